package plugwright.ui.journey;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import plugwright.api.PropertyRow;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.model.Ampere;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.session.Credentials;
import plugwright.session.Fingerprint;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.DemoSites;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;

/** A simulated site with one station, seen and touched by other means than the window. */
class OneStation implements AutoCloseable {

    /** A window under load takes its time; a step that needs longer is broken. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatedSite site;
    private final StationAccess station;

    OneStation(StationModel model, Path directory) {
        SitePlan plan = SitePlan.of(model, directory.resolve("site"))
                .withFirstAddress("127.0.0.41")
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT);
        site = ok(SimulatedSite.open(plan));
        station = site.stations().getFirst();
        write(Known.REBOOT_SECONDS, PropertyValue.of(1L));
    }

    SimulatedSite site() {
        return site;
    }

    StationId id() {
        return station.serial();
    }

    HostPort address() {
        return new HostPort(station.address(), station.apiPort());
    }

    String password() {
        return station.password();
    }

    String serial() {
        return station.serial().serial();
    }

    String licenceKey(Feature... features) {
        return ok(DemoSites.licenceKey(station.serial(), FeatureSet.of(features), LocalDate.of(2026, 1, 1)))
                .text();
    }

    /** A session of somebody else. */
    StationLink loggedInElsewhere() {
        Map<String, Fingerprint> own = new ConcurrentHashMap<>();
        Pins strangers = new Pins() {
            @Override
            public Optional<Fingerprint> find(StationId id, String host) {
                return Optional.ofNullable(own.get(host));
            }

            @Override
            public void accept(StationId id, String host, Fingerprint key) {
                own.put(host, key);
            }
        };
        StationLink other = new StationLink(
                address(), new HttpsTransport(address()), strangers, LinkEnvironment.real("Somebody else"));
        ok(await(other.accept(Optional.empty())));
        ok(await(other.logIn(Credentials.admin(password()))));
        return other;
    }

    /** What the station holds; the window must be logged out. */
    PropertyValue held(PropertyId id) {
        try (StationLink other = loggedInElsewhere()) {
            List<PropertyRow> rows = ok(await(other.read(RequestClass.USER, List.of(id))));
            return rows.getFirst().value();
        }
    }

    private void write(PropertyId id, PropertyValue value) {
        try (StationLink other = loggedInElsewhere()) {
            ok(await(other.write(RequestClass.USER, List.of(new PropertyWrite(id, value)))));
        }
    }

    /** Plugs a three-phase vehicle into the first socket. */
    void plugIn() {
        ok(site.command(new SiteCommand.PlugIn(
                station.serial(), SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(16)))));
    }

    /** Pulls it and waits until nothing gets through any more. */
    void pullNetworkCable() {
        ok(site.command(new SiteCommand.PullNetworkCable(station.serial())));
        Awaitility.await().atMost(PATIENCE).until(() -> !isReachable());
    }

    private boolean isReachable() {
        try (Socket socket = new Socket(station.address(), station.apiPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    void plugNetworkCable() {
        ok(site.command(new SiteCommand.PlugNetworkCable(station.serial())));
    }

    static <T> T ok(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> value;
            case Outcome.Failed<T>(var problem) -> throw new AssertionError(problem.toString());
        };
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        site.close();
    }
}
