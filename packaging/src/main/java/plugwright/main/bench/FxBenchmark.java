package plugwright.main.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
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
import plugwright.session.StationLink;
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
        try (InfoProbe probe = new InfoProbe()) {
            FxStart.run(stage -> {
                FoundStations stations = stations(station, door, probe);
                PlugwrightWindow window = new PlugwrightWindow(stage, services(stations), door);
                window.show();
                FxTour tour = new FxTour(window, new HostPort(station.address(), station.apiPort()));
                tour.begin(seen -> {
                    cost.complete(seen);
                    stage.hide();
                    stations.close();
                });
            });
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
                        address -> new StationLink(
                                address, new HttpsTransport(address), pins, LinkEnvironment.real(NAME)),
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
        return List.of(
                Figure.of("start: tasks", "count", (double) cost.start().count()),
                Figure.of("start: p99", "ms", millis(cost.start().p99())),
                Figure.of("start: longest", "ms", millis(cost.start().max())),
                Figure.of("monitoring: tasks", "count", (double) cost.monitoring().count()),
                Figure.of("monitoring: p99", "ms", millis(cost.monitoring().p99())),
                Figure.of("monitoring: longest", "ms", millis(cost.monitoring().max())),
                Figure.of("first look at each tab: tasks", "count", (double) cost.firstLook().count()),
                Figure.of("first look at each tab: p99", "ms", millis(cost.firstLook().p99())),
                Figure.of("first look at each tab: longest", "ms", millis(cost.firstLook().max())),
                Figure.of("tabs again: tasks", "count", (double) cost.again().count()),
                Figure.of("tabs again: p99", "ms", millis(cost.again().p99())),
                Figure.of("tabs again: longest", "ms", millis(cost.again().max())));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / NANOS_A_MILLI;
    }
}
