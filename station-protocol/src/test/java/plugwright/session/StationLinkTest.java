package plugwright.session;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.session.Answers.await;
import static plugwright.session.Answers.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plugwright.api.PropertyRow;
import plugwright.catalog.PropertyId;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;

class StationLinkTest {

    private static final Credentials SECRET = Credentials.admin("secret");

    private final ScriptedTransport transport = new ScriptedTransport();
    private final MemoryPins pins = new MemoryPins();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> pauses = new ArrayList<>();
    private final StationLink link = new StationLink(
            new HostPort("10.0.3.21", 443),
            transport,
            pins,
            new LinkEnvironment(
                    () -> new WireTime(nanos.get()),
                    () -> Instant.EPOCH,
                    Thread.ofVirtual().factory(),
                    pauses::add,
                    "test"));

    @AfterEach
    void close() {
        link.close();
    }

    private void trust() {
        pins.accept(new StationId("ACE0104711"), "10.0.3.21", ScriptedTransport.KEY);
    }

    @Test
    void sendsNoPasswordWhenCertificateIsUnknown() {
        assertThat(code(await(link.logIn(SECRET)))).isEqualTo(ProblemCode.CERTIFICATE_UNKNOWN);
        assertThat(transport.targets()).containsExactly("GET /api/info");
    }

    @Test
    void logsInWhenUserAcceptedTheCertificate() {
        await(link.accept(Optional.of(ScriptedTransport.KEY)));
        assertThat(await(link.logIn(SECRET))).isInstanceOf(Outcome.Ok.class);
        assertThat(link.state()).isInstanceOf(LinkState.LoggedIn.class);
        assertThat(transport.required).isEqualTo(ScriptedTransport.KEY);
    }

    @Test
    void refusesWhenCertificateChanged() {
        trust();
        transport.shows = new Fingerprint("cd".repeat(32));
        assertThat(code(await(link.logIn(SECRET)))).isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(transport.targets()).containsExactly("GET /api/info");
    }

    @Test
    void saysWrongPasswordAndNeverSendsItAgainByItself() {
        trust();
        transport.then(200, ScriptedTransport.INFO).then(401, "");
        assertThat(code(await(link.logIn(SECRET)))).isEqualTo(ProblemCode.WRONG_PASSWORD);
        transport.then(401, "");
        assertThat(code(await(link.categories()))).isEqualTo(ProblemCode.NOT_LOGGED_IN);
        assertThat(transport.targets()).filteredOn(t -> t.contains("login")).hasSize(1);
    }

    @Test
    void logsInOnceAgainWhenTheConnectionWasReplaced() {
        trust();
        await(link.logIn(SECRET));
        transport.then(401, "").then(200, "").then(200, "{\"categories\":[\"generic\"]}");
        assertThat(await(link.categories())).isEqualTo(Outcome.ok(List.of("generic")));
        assertThat(transport.targets()).filteredOn(t -> t.contains("login")).hasSize(2);
    }

    @Test
    void givesUpWhenTheStationAnswers401AfterANewLogIn() {
        trust();
        await(link.logIn(SECRET));
        transport.then(401, "").then(200, "").then(401, "");
        assertThat(code(await(link.categories()))).isEqualTo(ProblemCode.NOT_LOGGED_IN);
    }

    @Test
    void knowsNothingOfTheOtherSessionWhenTheStationDoesNotTell() {
        trust();
        transport.then(200, ScriptedTransport.INFO).then(403, "");
        assertThat(await(link.logIn(SECRET)))
                .isEqualTo(Outcome.failed(ProblemCode.OTHER_SESSION_OPEN, "", "60", ""));
    }

    @Test
    void tellsWhoIsLoggedInSinceWhenAndWhenThatEndsWhenTheStationTells() {
        trust();
        transport.then(200, ScriptedTransport.INFO)
                .then(403, """
                        {"session":{"displayname":"Jan","openSeconds":90,"idleLimitSeconds":45}}""");
        assertThat(await(link.logIn(SECRET)))
                .isEqualTo(Outcome.failed(ProblemCode.OTHER_SESSION_OPEN, " (Jan)", "45", "1969-12-31T23:58:30Z"));
    }

    @Test
    void saysTheSessionIsOursWhenOurConnectionBrokeLessThanAMinuteAgo() {
        trust();
        await(link.logIn(SECRET));
        transport.thenFails(ProblemCode.CONNECTION_LOST);
        await(link.categories());
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        transport.then(401, "").then(403, "");
        Outcome<?> outcome = await(link.categories());
        assertThat(((Outcome.Failed<?>) outcome).problem().code()).isEqualTo(ProblemCode.OUR_EARLIER_SESSION_OPEN);
        assertThat(((Outcome.Failed<?>) outcome).problem().details()).containsExactly("41");
    }

    @Test
    void saysAnotherSessionIsOpenWhenNoneOfOursWasLost() {
        trust();
        transport.then(200, ScriptedTransport.INFO).then(403, "");
        assertThat(code(await(link.logIn(SECRET)))).isEqualTo(ProblemCode.OTHER_SESSION_OPEN);
    }

    @Test
    void backsOffLongerEachTimeWhenTheStationIsBusy() {
        transport.then(503, "").then(503, "").then(429, "").then(200, ScriptedTransport.INFO);
        assertThat(await(link.info())).isInstanceOf(Outcome.Ok.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void givesUpWhenTheStationStaysBusy() {
        transport.then(503, "").then(503, "").then(503, "").then(503, "");
        assertThat(code(await(link.info()))).isEqualTo(ProblemCode.STATION_BUSY);
    }

    @Test
    void saysReplyIsUnreadableWhenItIsNoJson() {
        transport.then(200, "<html>");
        assertThat(code(await(link.info()))).isEqualTo(ProblemCode.REPLY_UNREADABLE);
    }

    @Test
    void asksExactlyOnePageForEach32PropertiesWhenReadingACategory() {
        for (int n : new int[] {1, 31, 32, 33, 64, 65}) {
            transport.asked.clear();
            for (int offset = 0; offset < n; offset += 32) {
                transport.then(200, page(offset, Math.min(32, n - offset), n));
            }
            Outcome<List<PropertyRow>> rows = await(link.readCategory(RequestClass.MONITOR, "generic"));
            assertThat(rows.map(List::size)).isEqualTo(Outcome.ok(n));
            assertThat(transport.asked).hasSize((n + 31) / 32);
        }
    }

    @Test
    void saysCutShortWhenAStationSendsAnEmptyPageBeforeItsTotal() {
        transport.then(200, page(0, 32, 64)).then(200, page(32, 0, 64));
        assertThat(code(await(link.readCategory(RequestClass.MONITOR, "generic"))))
                .isEqualTo(ProblemCode.REPLY_CUT_SHORT);
    }

    @Test
    void saysUnreadableWhenACategoryIsLongerThanThatOfAnyStation() {
        transport.then(200, page(0, 32, StationLink.MAX_PROPERTIES + 1));
        assertThat(code(await(link.readCategory(RequestClass.MONITOR, "generic"))))
                .isEqualTo(ProblemCode.REPLY_UNREADABLE);
        assertThat(transport.asked).hasSize(1);
    }

    @Test
    void readsACategoryThatIsEmpty() {
        transport.then(200, page(0, 0, 0));
        assertThat(await(link.readCategory(RequestClass.MONITOR, "generic"))).isEqualTo(Outcome.ok(List.of()));
    }

    private static String page(int from, int count, int total) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"%04X_0\",\"access\":0,\"type\":5,\"len\":255,\"cat\":\"generic\",\"value\":1}"
                            .formatted(0x2000 + from + i));
        }
        return "{\"version\":2,\"properties\":[" + rows + "],\"offset\":" + from + ",\"total\":" + total + "}";
    }

    @Test
    void letsTheUserGoFirstWhenLiveValuesWait() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        transport.script.add(_ -> {
            busy.countDown();
            try {
                queued.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return Outcome.ok(new Reply(200, ScriptedTransport.INFO.getBytes()));
        });
        var first = link.info();
        busy.await(20, TimeUnit.SECONDS);
        var log = link.log(0);
        var monitor = link.read(RequestClass.MONITOR, List.of(PropertyId.of("2221_A")));
        var user = link.command("reboot");
        queued.countDown();
        CompletableFuture.allOf(first, log, monitor, user).orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(transport.targets())
                .containsExactly("GET /api/info", "POST /api/cmd", "GET /api/prop?ids=2221_A", "GET /api/log?offset=0");
    }

    @Test
    void logsOutWhenClosed() {
        trust();
        await(link.logIn(SECRET));
        link.close();
        assertThat(transport.targets()).last().isEqualTo("POST /api/logout");
        assertThat(transport.closed).isTrue();
        assertThat(link.state()).isEqualTo(new LinkState.Closed());
    }

    @Test
    void tellsEveryChangeOfStateWhenListenedTo() {
        trust();
        List<LinkState> states = new ArrayList<>();
        link.onState(states::add);
        await(link.logIn(SECRET));
        transport.thenFails(ProblemCode.CONNECTION_LOST);
        await(link.categories());
        assertThat(states.stream().map(s -> s.getClass().getSimpleName()))
                .containsExactly("Connecting", "LoggedIn", "Interrupted");
    }

    @Test
    void countsLostRequestsInTheQuality() {
        transport.thenFails(ProblemCode.NO_ANSWER);
        await(link.info());
        await(link.info());
        assertThat(link.quality()).isEqualTo(new LinkQuality(0, 0, 2, 1));
    }
}
