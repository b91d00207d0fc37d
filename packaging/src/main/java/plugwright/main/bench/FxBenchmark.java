package plugwright.main.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import plugwright.catalog.Catalogue;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.StationFinder;
import plugwright.model.Ampere;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.SocketNumber;
import plugwright.net.NetworkAdapters;
import plugwright.session.FilePins;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.settings.FileJournal;
import plugwright.settings.SettingsWriter;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;
import plugwright.ui.app.PlugwrightWindow;
import plugwright.ui.app.Services;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.FxStart;
import plugwright.ui.fx.Timings;
import plugwright.ui.link.FoundStations;

/**
 * What the window's tasks cost the FX thread while two vehicles charge: Live monitoring is looked at, then every tab in
 * turn. In memory, without a display, drawn by software; once in a process.
 */
public final class FxBenchmark implements Benchmark {

    private static final String NAME = "Plugwright bench";
    private static final double NANOS_A_MILLI = 1e6;
    private static final int THREE_PHASES = 3;

    private final Path folder;

    /** @param folder for a station of its own, and what the window keeps */
    public FxBenchmark(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "fx";
    }

    @Override
    public String description() {
        return "CPU time of the window's tasks on the FX thread: start, Live monitoring with two vehicles, all tabs.";
    }

    @Override
    public Outcome<List<Figure>> run() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        SitePlan plan = SitePlan.of(StationModel.fullDouble(), folder.resolve("stations"))
                .withFirstAddress("127.0.0.70")
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT);
        return SimulatedSite.open(plan).flatMap(site -> {
            try (site) {
                return plugIn(site, SocketNumber.ONE)
                        .flatMap(_ -> plugIn(site, SocketNumber.TWO))
                        .flatMap(_ -> window(site.stations().getFirst()));
            }
        });
    }

    private static Outcome<SiteCommand> plugIn(SimulatedSite site, SocketNumber socket) {
        return site.command(new SiteCommand.PlugIn(
                site.stations().getFirst().serial(), socket, VehicleSpec.of(THREE_PHASES, Ampere.of(32))));
    }

    private Outcome<List<Figure>> window(StationAccess station) {
        CompletableFuture<Optional<FxTour.Cost>> cost = new CompletableFuture<>();
        FxDoor door = FxDoor.real();
        CompletableFuture<FoundStations> opened = new CompletableFuture<>();
        try (InfoProbe probe = new InfoProbe()) {
            FxStart.run(
                    () -> {
                        opened.complete(stations(station, door, probe));
                        return new PlugwrightWindow(services(opened.join()), door).prepared();
                    },
                    (window, stage) -> door.run(() -> window.showOn(stage, () -> {
                        FxTour tour = new FxTour(window, new HostPort(station.address(), station.apiPort()));
                        tour.begin(seen -> {
                            cost.complete(seen);
                            stage.hide();
                        });
                    })));
            opened.join().close();
        }
        return cost.getNow(Optional.empty())
                .map(seen -> Outcome.ok(figures(seen)))
                .orElseGet(() -> Outcome.failed(
                        ProblemCode.NO_ANSWER, station.address(), Long.toString(FxTour.PATIENCE.toSeconds())));
    }

    private FoundStations stations(StationAccess station, FxDoor door, InfoProbe probe) {
        Pins pins = new FilePins(folder.resolve("pins"));
        return new FoundStations(
                new FoundStations.Connections(
                        HttpsTransport::new,
                        LinkEnvironment.real(NAME),
                        pins,
                        new SettingsWriter(
                                Catalogue.shipped(),
                                new FileJournal(folder.resolve("journal")),
                                InstantSource.system(),
                                NAME),
                        serial -> Optional.of(station).filter(s -> s.serial().equals(serial)).map(StationAccess::password)),
                door,
                listener -> StationFinder.start(
                        new FinderSettings(Set.of(), FinderSettings.standard().udpPort()),
                        NetworkAdapters::present,
                        probe,
                        listener));
    }

    private Services services(FoundStations stations) {
        return new Services(
                stations,
                Catalogue.shipped(),
                InstantSource.system(),
                folder.resolve("window.properties"),
                Locale.ENGLISH,
                List.of(),
                Optional.empty());
    }

    private static List<Figure> figures(FxTour.Cost cost) {
        List<Figure> figures = new ArrayList<>();
        Map<String, Timings.Summary> parts = new LinkedHashMap<>();
        parts.put("start", cost.start());
        parts.put("monitoring", cost.monitoring());
        parts.put("first look at each tab", cost.firstLook());
        parts.put("tabs again", cost.again());
        parts.put("everything", cost.everything());
        parts.forEach((part, seen) -> {
            figures.add(Figure.of(part + ": tasks", "count", (double) seen.count()));
            figures.add(Figure.of(part + ": p99", "ms", millis(seen.p99())));
            figures.add(Figure.of(part + ": longest", "ms", millis(seen.max())));
        });
        return figures;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_A_MILLI;
    }
}
