package plugwright.ui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.Found;
import plugwright.discovery.KnownFacts;
import plugwright.discovery.StationFinder;
import plugwright.discovery.StationState;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.session.Course;
import plugwright.session.FilePins;
import plugwright.session.Fingerprint;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.session.Reply;
import plugwright.session.Request;
import plugwright.settings.FileJournal;
import plugwright.settings.SettingsWriter;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.FormModel;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationAccess;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

/** Links of the list to stations that change their board, their address or their user; the heartbeat is beaten by hand. */
class FoundStationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final StationId STATION = new StationId("ACE0104711");
    private static final HostPort FIRST = new HostPort("10.0.3.21", 443);
    private static final HostPort SECOND = new HostPort("10.0.3.44", 443);
    private static final Fingerprint KEY = new Fingerprint("ab".repeat(32));
    private static final Fingerprint NEW_KEY = new Fingerprint("cd".repeat(32));
    private static final String PASSWORD = "let-me-in";

    @TempDir
    private Path folder;

    private final SameThread thread = new SameThread();
    private final PaperStation station = new PaperStation(STATION.serial(), KEY);
    private final PaperStation other = new PaperStation("ACE0104712", NEW_KEY);
    private final Map<HostPort, PaperStation> network = new HashMap<>(Map.of(FIRST, station));
    private final AtomicReference<Consumer<List<Found>>> finder = new AtomicReference<>();
    private final AtomicLong nanos = new AtomicLong();
    private final List<LinkView> views = new CopyOnWriteArrayList<>();
    private Pins pins;
    private FoundStations stations;
    private StationAccess access;

    @BeforeEach
    void open() {
        pins = new FilePins(folder.resolve("pins"));
        FxDoor door = thread.itsDoor();
        LinkEnvironment environment = new LinkEnvironment(
                () -> new WireTime(nanos.get()), InstantSource.system(), Thread.ofVirtual().factory(), time -> {}, "test");
        stations = new FoundStations(
                new FoundStations.Connections(
                        at -> network.getOrDefault(at, station).way(at),
                        environment,
                        pins,
                        new SettingsWriter(
                                Catalogue.shipped(),
                                new FileJournal(folder.resolve("journal")),
                                InstantSource.system(),
                                "test"),
                        id -> Optional.empty()),
                door,
                listener -> {
                    finder.set(listener);
                    return StationFinder.start(
                            new FinderSettings(Set.of(), FinderSettings.standard().udpPort()),
                            () -> List.of(),
                            at -> new CompletableFuture<>(),
                            nothing -> {});
                });
        isFoundAt(FIRST);
        access = stations.access(STATION);
        access.onLink(views::add);
    }

    @AfterEach
    void close() {
        stations.close();
    }

    private void isFoundAt(HostPort at) {
        finder.get().accept(List.of(new Found(
                Optional.of(STATION), at, KnownFacts.NONE, Set.of(), Set.of(), new StationState.Reachable())));
    }

    private LinkView view() {
        return views.getLast();
    }

    private <T extends LinkView> T until(Class<T> kind) {
        Awaitility.await().atMost(PATIENCE).until(() -> kind.isInstance(view()));
        return kind.cast(view());
    }

    /** Three seconds go by, again and again. */
    private void beatUntil(BooleanSupplier reached) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            thread.tick();
            return reached.getAsBoolean();
        });
    }

    private void beatUntil(Class<? extends LinkView> kind) {
        beatUntil(() -> kind.isInstance(view()));
    }

    private void beatUntilLoggedInAt(PaperStation there) {
        beatUntil(() -> there.logIns() == 1 && view().isLoggedIn());
    }

    /** The same station at its new address. */
    private PaperStation moved(Fingerprint key) {
        PaperStation there = new PaperStation(STATION.serial(), key);
        network.put(SECOND, there);
        return there;
    }

    private void logIn() {
        access.connect();
        access.acceptCertificate(until(LinkView.NewCertificate.class).fingerprint());
        until(LinkView.LoggedOut.class);
        await(access.logIn(PASSWORD));
        until(LinkView.LoggedIn.class);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static ProblemCode code(LinkView view) {
        return switch (view) {
            case LinkView.Lost(Problem why) -> why.code();
            case LinkView.HeldByOther(Problem why, Optional<Instant> since) -> why.code();
            default -> throw new AssertionError(view);
        };
    }

    /** One edit that is not saved. */
    private StationModel edited() {
        StationModel model = new StationModel(
                STATION, access, thread.itsDoor(), Texts.in(Locale.ENGLISH), Catalogue.shipped(), InstantSource.system());
        FieldModel field = new FieldModel(
                FieldSpec.ampere(
                        "power.station-max",
                        model.catalogue().get(Known.STATION_MAX_CURRENT),
                        (entered, held) -> Optional.empty()),
                model.texts().formats());
        model.add("power", new FormModel(List.of(field)));
        field.load(PropertyValue.of(32.0));
        field.input().set("25");
        assertThat(model.unsaved().get()).isEqualTo(1);
        return model;
    }

    @Test
    void goesOnOnTheSameLinkWhenTheStationWasReplacedWhileItWasLoggedIn() {
        logIn();
        station.shows(NEW_KEY);
        beatUntil(LinkView.ChangedCertificate.class);
        LinkView.ChangedCertificate changed = (LinkView.ChangedCertificate) view();
        assertThat(changed.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(changed.fingerprint()).isEqualTo(NEW_KEY.shown());

        access.acceptCertificate(changed.fingerprint());
        until(LinkView.LoggedOut.class);
        assertThat(station.logIns()).isEqualTo(1);
        await(access.logIn(PASSWORD));
        until(LinkView.LoggedIn.class);
        assertThat(pins.find(STATION, FIRST.host())).contains(NEW_KEY);
    }

    @Test
    void asksAgainForTheCertificateWhenTheUserTurnedAwayFromTheReplacedStation() {
        logIn();
        station.shows(NEW_KEY);
        beatUntil(LinkView.ChangedCertificate.class);
        access.logOut();
        until(LinkView.Closed.class);
        access.connect();
        assertThat(until(LinkView.ChangedCertificate.class).fingerprint()).isEqualTo(NEW_KEY.shown());
    }

    @Test
    void sendsNoPasswordWhenAnotherStationHasItsAddressNow() {
        network.put(FIRST, other);
        stations.close();
        open();
        pins.accept(new StationId("ACE0104712"), FIRST.host(), NEW_KEY);
        access.connect();
        assertThat(code(until(LinkView.Lost.class))).isEqualTo(ProblemCode.OTHER_STATION_ANSWERS);
        assertThat(await(access.logIn(PASSWORD))).isInstanceOf(Outcome.Failed.class);
        assertThat(other.logIns()).isZero();
    }

    @Test
    void logsInAtTheNewAddressByItselfWhenTheStationHasAnother() {
        logIn();
        PaperStation there = moved(KEY);
        station.breaks(ProblemCode.NO_ANSWER);
        beatUntil(LinkView.Lost.class);
        isFoundAt(SECOND);
        beatUntilLoggedInAt(there);
    }

    @Test
    void goesAfterTheStationWhenItIsFoundElsewhereBeforeTheOldAddressBreaks() {
        logIn();
        PaperStation there = moved(KEY);
        isFoundAt(SECOND);
        assertThat(view()).isInstanceOf(LinkView.LoggedIn.class);
        station.breaks(ProblemCode.NO_ANSWER);
        beatUntilLoggedInAt(there);
    }

    @Test
    void asksForThePasswordAtTheNewAddressWhenItWasNeverLoggedIn() {
        network.put(FIRST, other);
        stations.close();
        open();
        access.connect();
        until(LinkView.Lost.class);
        isFoundAt(SECOND);
        until(LinkView.NewCertificate.class);
    }

    @Test
    void leavesTheStationToSomebodyElseWhenBothWouldThrowEachOtherOut() {
        logIn();
        for (int beat = 0; beat < 20 && !(view() instanceof LinkView.HeldByOther); beat++) {
            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            long before = station.logIns();
            station.takeSession();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                thread.tick();
                return station.logIns() > before || view() instanceof LinkView.HeldByOther;
            });
        }
        assertThat(code(view())).isEqualTo(ProblemCode.SESSION_TAKEN);
        long before = station.logIns();
        for (int beat = 0; beat < 5; beat++) {
            thread.tick();
        }
        assertThat(station.logIns()).isEqualTo(before).isLessThan(5);
        // by the user alone
        access.connect();
        until(LinkView.LoggedOut.class);
        await(access.logIn(PASSWORD));
        until(LinkView.LoggedIn.class);
    }

    @Test
    void doesNotSayThatItRebootsWhenTheCableIsPulledBeforeTheKeyIsSent() {
        logIn();
        int before = views.size();
        station.breaks(ProblemCode.CONNECTION_LOST);
        assertThat(await(access.installKey("ABCD", new Course()))).isInstanceOf(Outcome.Failed.class);
        beatUntil(LinkView.Lost.class);
        assertThat(views.subList(before, views.size())).noneMatch(LinkView.Rebooting.class::isInstance);
    }

    @Test
    void saysThatItRebootsFromTheMomentOnAtWhichTheStationIsWaitedFor() {
        logIn();
        int before = views.size();
        AtomicReference<String> key = new AtomicReference<>("");
        station.answersFirst(request -> keyOnPaper(request, key));
        Course course = new Course();
        CompletableFuture<?> installed = access.installKey("ABCD", course);
        until(LinkView.Rebooting.class);
        course.callOff();
        await(installed);
        until(LinkView.LoggedIn.class);
        assertThat(views.subList(before, views.size())).anyMatch(LinkView.Rebooting.class::isInstance);
    }

    private static Optional<Outcome<Reply>> keyOnPaper(
            Request request, AtomicReference<String> key) {
        if (request.method() == Request.Method.POST && request.target().equals("/api/prop")) {
            key.set("ABCD");
            return Optional.of(Outcome.ok(new Reply(200, new byte[0])));
        }
        if (request.target().contains("21A1_0")) {
            String body = "{\"version\":2,\"properties\":[{\"id\":\"21A1_0\",\"access\":0,\"type\":9,\"len\":256,"
                    + "\"cat\":\"generic\",\"value\":\"" + key.get() + "\"}],\"offset\":0,\"total\":1}";
            return Optional.of(Outcome.ok(
                    new Reply(200, body.getBytes(StandardCharsets.UTF_8))));
        }
        return Optional.empty();
    }

    @Test
    void keepsWhatIsNotSavedWhenTheStationIsReplacedOrGoesElsewhere() {
        logIn();
        StationModel model = edited();
        station.shows(NEW_KEY);
        beatUntil(LinkView.ChangedCertificate.class);
        access.acceptCertificate(NEW_KEY.shown());
        until(LinkView.LoggedOut.class);
        await(access.logIn(PASSWORD));
        until(LinkView.LoggedIn.class);
        PaperStation there = moved(NEW_KEY);
        station.breaks(ProblemCode.NO_ANSWER);
        isFoundAt(SECOND);
        beatUntilLoggedInAt(there);
        assertThat(model.unsaved().get()).isEqualTo(1);
    }
}
