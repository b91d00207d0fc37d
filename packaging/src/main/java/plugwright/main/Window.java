package plugwright.main;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.StationFinder;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.main.demo.DemoSite;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.net.NetworkAdapters;
import plugwright.session.HttpsTransport;
import plugwright.station.site.DemoSites;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.StationAccess;
import plugwright.ui.app.PlugwrightApp;
import plugwright.ui.app.Services;
import plugwright.ui.bench.BenchSite;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.link.FoundStations;

/** Opens the window with everything it needs, and closes that when the window is closed. */
final class Window {

    private final Wiring wiring;

    Window(Wiring wiring) {
        this.wiring = wiring;
    }

    /** On the stations in the network. */
    void open() {
        run(Optional.empty());
    }

    /**
     * On a simulated site whose passwords are known.
     *
     * @return what kept the site from opening
     */
    Outcome<SimulatedSite> openDemo() {
        Path folder = wiring.folders().state().resolve("demo");
        return DemoSite.open(DemoSites.carPark(folder)).map(site -> {
            try (site) {
                site.stations().forEach(this::tellDemoKey);
                run(Optional.of(site));
            }
            return site;
        });
    }

    /** Whoever tries the demo has no sheet with a key: the demo issuer makes one. */
    private void tellDemoKey(StationAccess station) {
        FeatureSet balancing = FeatureSet.of(Feature.STANDARD_LOAD_BALANCING);
        if (DemoSites.licenceKey(station.serial(), balancing, LocalDate.now(ZoneOffset.UTC))
                instanceof Outcome.Ok<LicenceKey>(var key)) {
            wiring.console().say("Vehicles are plugged in under Simulator → Test bench.");
            wiring.console().say("A key that unlocks Standard Load Balancing on " + station.serial() + ":");
            wiring.console().say(key.text());
        }
    }

    private void run(Optional<SimulatedSite> site) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            PlugwrightApp.run(door -> services(door, site, opened));
        } finally {
            opened.forEach(Window::close);
        }
    }

    private Services services(FxDoor door, Optional<SimulatedSite> site, Deque<AutoCloseable> opened) {
        InfoProbe probe = new InfoProbe();
        FoundStations stations = new FoundStations(
                new FoundStations.Connections(
                        HttpsTransport::new,
                        wiring.linkEnvironment(),
                        wiring.pins(),
                        wiring.writer(),
                        passwords(site)),
                door,
                listener -> StationFinder.start(
                        FinderSettings.standard(), NetworkAdapters::present, probe, listener));
        opened.push(probe);
        opened.push(stations);
        return new Services(
                stations,
                wiring.catalogue(),
                InstantSource.system(),
                wiring.folders().config().resolve("window.properties"),
                Locale.getDefault(),
                List.of(),
                site.map(BenchSite::of));
    }

    private static Function<StationId, Optional<String>> passwords(Optional<SimulatedSite> site) {
        return serial -> site.stream()
                .flatMap(s -> s.stations().stream())
                .filter(station -> station.serial().equals(serial))
                .map(StationAccess::password)
                .findFirst();
    }

    private static void close(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception broken) {
            LoggerFactory.getLogger(Window.class).warn("closing: {}", broken.toString());
        }
    }
}
