package plugwright.ui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.api.ApiPath;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.session.Credentials;
import plugwright.session.FilePins;
import plugwright.session.Fingerprint;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.session.RebootWatch;
import plugwright.session.Reply;
import plugwright.session.Request;
import plugwright.session.StationLink;
import plugwright.session.Transport;
import plugwright.settings.FileJournal;
import plugwright.settings.SettingsWriter;
import plugwright.station.site.DemoSites;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.LinkView;

/**
 * A connection that dies without the station hearing of it: the station holds our session open and keeps us out. Over
 * real sockets; the heartbeat is beaten by hand.
 */
class EarlierSessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int REFUSALS = 3;

    @TempDir
    private Path folder;

    private final SameThread thread = new SameThread();
    private SimulatedSite site;
    private StationAccess station;
    private Dying transport;
    private LinkedStation linked;

    /** A connection that can be cut on our side alone. */
    private static final class Dying implements Transport {
        private final HostPort address;
        private final AtomicInteger logIns = new AtomicInteger();
        private volatile HttpsTransport now;
        private volatile Optional<HttpsTransport> dead = Optional.empty();
        private volatile boolean cut;

        Dying(HostPort address) {
            this.address = address;
            now = new HttpsTransport(address);
        }

        /** The next request fails; those after it go over a new connection, while the station still holds the old one. */
        void cut() {
            cut = true;
        }

        /** The station hears of the end at last. */
        void endReachesTheStation() {
            dead.ifPresent(HttpsTransport::close);
        }

        @Override
        public Outcome<Reply> exchange(Request request) {
            if (cut) {
                cut = false;
                dead = Optional.of(now);
                HttpsTransport fresh = new HttpsTransport(address);
                now.peerKey().ifPresent(fresh::require);
                now = fresh;
                return Outcome.failed(ProblemCode.CONNECTION_LOST, address.toString());
            }
            if (request.target().equals(ApiPath.LOGIN)) {
                logIns.incrementAndGet();
            }
            return now.exchange(request);
        }

        @Override
        public Optional<Fingerprint> peerKey() {
            return now.peerKey();
        }

        @Override
        public void require(Fingerprint key) {
            now.require(key);
        }

        @Override
        public void drop() {
            now.drop();
        }

        @Override
        public void close() {
            endReachesTheStation();
            now.close();
        }
    }

    @BeforeEach
    void logIn() {
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(DemoSites.carPark(folder.resolve("site"))
                        .withFirstAddress("127.0.0.121")
                        .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)
                        .withFoundBy(Set.of())))
                .value();
        station = site.stations().getFirst();
        HostPort address = new HostPort(station.address(), station.apiPort());
        transport = new Dying(address);
        Pins pins = new FilePins(folder.resolve("pins"));
        LinkEnvironment environment = LinkEnvironment.real("test");
        StationLink link = new StationLink(address, transport, pins, environment);
        await(link.accept(Optional.empty()));
        linked = new LinkedStation(
                station.serial(),
                new LinkedStation.Parts(
                        link,
                        HttpsTransport::new,
                        pins,
                        RebootWatch.real(link, environment),
                        new SettingsWriter(
                                Catalogue.shipped(),
                                new FileJournal(folder.resolve("journal")),
                                InstantSource.system(),
                                "test"),
                        Instant::now,
                        live -> {}),
                Optional::empty,
                thread.itsDoor());
        await(linked.logIn(station.password()));
        assertThat(view()).isInstanceOf(LinkView.LoggedIn.class);
    }

    @AfterEach
    void close() {
        linked.close();
        site.close();
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private LinkView view() {
        LinkView[] now = new LinkView[1];
        linked.onLink(view -> now[0] = view).unsubscribe();
        return now[0];
    }

    private boolean isHeldByOurselves() {
        return view() instanceof LinkView.HeldByOther(var problem, var since)
                && problem.code() == ProblemCode.OUR_EARLIER_SESSION_OPEN;
    }

    /** Three seconds go by; returns when what they led to is over. */
    private void beatUntilLogIns(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            thread.tick();
            return transport.logIns.get() >= count;
        });
        assertThat(transport.logIns).hasValue(count);
        Awaitility.await().atMost(PATIENCE).until(() -> !(view() instanceof LinkView.Connecting));
    }

    @Test
    void triesAgainWithEveryBeatUntilTheStationLetsGoOfOurEarlierSession() {
        transport.cut();
        beatUntilLogIns(2);
        Awaitility.await().atMost(PATIENCE).until(this::isHeldByOurselves);
        for (int refused = 1; refused <= REFUSALS; refused++) {
            beatUntilLogIns(2 + refused);
            assertThat(isHeldByOurselves()).isTrue();
        }
        transport.endReachesTheStation();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            thread.tick();
            return view().isLoggedIn();
        });
        // the last one may be let in that was on its way when the end reached the station
        assertThat(transport.logIns.get()).isGreaterThanOrEqualTo(REFUSALS + 2);
        assertThat(await(linked.read(List.of(Known.STATION_MAX_CURRENT)))).isInstanceOf(Outcome.Ok.class);
    }

    /** Somebody else's session is theirs: nobody is kept out of a station by a tool that knocks every three seconds. */
    @Test
    void doesNotKnockAgainByItselfWhereSomebodyElseIsLoggedIn() {
        linked.logOut();
        Awaitility.await().atMost(PATIENCE).until(() -> view() instanceof LinkView.Closed);
        HostPort address = new HostPort(station.address(), station.apiPort());
        try (StationLink other = new StationLink(
                address, new HttpsTransport(address), new FilePins(folder.resolve("pins")), LinkEnvironment.real("other"))) {
            assertThat(await(other.logIn(Credentials.admin(station.password())))).isInstanceOf(Outcome.Ok.class);
            await(linked.logIn(station.password()));
            int before = transport.logIns.get();
            for (int beat = 0; beat < REFUSALS; beat++) {
                thread.tick();
            }
            assertThat(transport.logIns).hasValue(before);
            assertThat(view()).isInstanceOf(LinkView.HeldByOther.class);
        }
    }
}
