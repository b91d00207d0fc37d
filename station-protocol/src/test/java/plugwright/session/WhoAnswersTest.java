package plugwright.session;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.session.Answers.await;
import static plugwright.session.Answers.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;

/** A link to one station, while others come to its address, it goes elsewhere, or somebody else wants it. */
class WhoAnswersTest {

    private static final Credentials SECRET = Credentials.admin("secret");
    private static final StationId STATION = new StationId("ACE0104711");
    private static final String HOST = "10.0.3.21";
    private static final HostPort ELSEWHERE = new HostPort("10.0.3.44", 443);
    private static final Fingerprint ANOTHER = new Fingerprint("cd".repeat(32));
    private static final String OTHER_INFO = ScriptedTransport.INFO.replace("ACE0104711", "ACE0104712");

    private final ScriptedTransport transport = new ScriptedTransport();
    private final ScriptedTransport elsewhere = new ScriptedTransport();
    private final MemoryPins pins = new MemoryPins();
    private final AtomicLong nanos = new AtomicLong();
    private final StationLink link = new StationLink(
            new HostPort(HOST, 443),
            transport,
            pins,
            new LinkEnvironment(
                    () -> new WireTime(nanos.get()), () -> Instant.EPOCH, Thread.ofVirtual().factory(), time -> {}, "test"));

    @BeforeEach
    void trust() {
        pins.accept(STATION, HOST, ScriptedTransport.KEY);
    }

    @AfterEach
    void close() {
        link.close();
    }

    private void logIn() {
        assertThat(await(link.logIn(STATION, SECRET))).isInstanceOf(Outcome.Ok.class);
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private static long logIns(ScriptedTransport way) {
        return way.targets().stream().filter("POST /api/login"::equals).count();
    }

    /** A request whose reply does not matter; 401 where the session is not ours any more. */
    private Outcome<Reply> ask() {
        return await(link.command("txerase"));
    }

    // ---- another certificate

    @Test
    void goesOnWithTheReplacedStationWhenItWasLoggedInToTheOneBefore() {
        logIn();
        transport.shows = ANOTHER;
        assertThat(code(ask())).isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(link.shownKey()).contains(ANOTHER);

        assertThat(await(link.accept(STATION, Optional.of(ANOTHER)))).isInstanceOf(Outcome.Ok.class);
        assertThat(pins.find(STATION, HOST)).contains(ANOTHER);
        // the password was typed for the board before
        transport.then(401, "");
        assertThat(code(ask())).isEqualTo(ProblemCode.NOT_LOGGED_IN);
        assertThat(logIns(transport)).isEqualTo(1);

        logIn();
        assertThat(link.state()).isInstanceOf(LinkState.LoggedIn.class);
    }

    @Test
    void keepsToTheKeyBeforeWhenAnotherIsShownThanTheUserAccepts() {
        logIn();
        transport.shows = ANOTHER;
        assertThat(code(ask())).isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(code(await(link.accept(STATION, Optional.of(new Fingerprint("ef".repeat(32)))))))
                .isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(pins.find(STATION, HOST)).contains(ScriptedTransport.KEY);
        transport.shows = ScriptedTransport.KEY;
        logIn();
    }

    // ---- another station

    @Test
    void sendsNoPasswordWhenAnotherStationAnswers() {
        pins.accept(new StationId("ACE0104712"), HOST, ScriptedTransport.KEY);
        transport.then(200, OTHER_INFO);
        assertThat(await(link.logIn(STATION, SECRET)))
                .isEqualTo(Outcome.failed(
                        ProblemCode.OTHER_STATION_ANSWERS, HOST + ":443", "ACE0104712", "ACE0104711"));
        assertThat(transport.targets()).containsExactly("GET /api/info");
    }

    @Test
    void acceptsNothingWhenAnotherStationAnswers() {
        transport.then(200, OTHER_INFO);
        assertThat(code(await(link.accept(STATION, Optional.of(ScriptedTransport.KEY)))))
                .isEqualTo(ProblemCode.OTHER_STATION_ANSWERS);
        assertThat(pins.find(new StationId("ACE0104712"), HOST)).isEmpty();
    }

    @Test
    void sendsNoPasswordAgainWhenAnotherStationWithTheSameKeyCameToTheAddress() {
        logIn();
        transport.then(401, "").then(200, OTHER_INFO);
        assertThat(code(ask())).isEqualTo(ProblemCode.OTHER_STATION_ANSWERS);
        assertThat(logIns(transport)).isEqualTo(1);
        // and comes back by itself when the station does
        transport.then(401, "");
        assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        assertThat(logIns(transport)).isEqualTo(2);
    }

    // ---- another address

    @Test
    void logsInByItselfAtTheNewAddressWhenItWasLoggedInBefore() {
        logIn();
        transport.thenFails(ProblemCode.NO_ANSWER);
        ask();
        assertThat(await(link.moveTo(STATION, ELSEWHERE, elsewhere))).isTrue();
        assertThat(link.address()).isEqualTo(ELSEWHERE);
        assertThat(transport.closed).isTrue();
        elsewhere.then(401, "");
        assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        assertThat(logIns(elsewhere)).isEqualTo(1);
        assertThat(link.state()).isInstanceOf(LinkState.LoggedIn.class);
        assertThat(pins.find(STATION, ELSEWHERE.host())).contains(ScriptedTransport.KEY);
    }

    @Test
    void sendsNothingToTheNewAddressWhenItShowsAnotherKey() {
        logIn();
        transport.thenFails(ProblemCode.NO_ANSWER);
        ask();
        elsewhere.shows = ANOTHER;
        await(link.moveTo(STATION, ELSEWHERE, elsewhere));
        assertThat(code(ask())).isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        assertThat(elsewhere.asked).isEmpty();
    }

    @Test
    void staysWhereItIsWhenItIsLoggedInThere() {
        logIn();
        assertThat(await(link.moveTo(STATION, ELSEWHERE, elsewhere))).isFalse();
        assertThat(link.address().host()).isEqualTo(HOST);
        assertThat(elsewhere.closed).isTrue();
        assertThat(transport.closed).isFalse();
    }

    // ---- another program

    @Test
    void leavesTheStationToOthersWhenTheRenewedSessionIsTakenAgainAndAgain() {
        logIn();
        for (int taken = 1; taken <= Renewals.MOST_IN_VAIN; taken++) {
            pass(9);
            transport.then(401, "");
            assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        }
        pass(9);
        transport.then(401, "");
        assertThat(code(ask())).isEqualTo(ProblemCode.SESSION_TAKEN);
        transport.then(401, "");
        assertThat(code(ask())).isEqualTo(ProblemCode.NOT_LOGGED_IN);
        assertThat(link.state())
                .isEqualTo(new LinkState.LoggedOut(Optional.of(Problem.of(ProblemCode.SESSION_TAKEN))));
        assertThat(logIns(transport)).isEqualTo(1 + Renewals.MOST_IN_VAIN);

        // the user may
        logIn();
        pass(9);
        transport.then(401, "");
        assertThat(ask()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void countsAnewWhenTheUserLoggedInBetween() {
        logIn();
        transport.then(401, "");
        assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        await(link.logOut());
        logIn();
        for (int taken = 1; taken <= Renewals.MOST_IN_VAIN; taken++) {
            pass(1);
            transport.then(401, "");
            assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        }
    }

    @Test
    void logsInAgainEachTimeWhenTheSessionsLast() {
        logIn();
        for (int lost = 0; lost < 5; lost++) {
            pass(11);
            transport.thenFails(ProblemCode.CONNECTION_LOST).then(401, "");
            ask();
            assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_REFUSED", "NO_ANSWER", "NO_ROUTE"})
    void logsInAgainEachTimeWhenTheStationWasAwayInBetween(ProblemCode away) {
        logIn();
        for (int lost = 0; lost < 5; lost++) {
            pass(2);
            transport.thenFails(ProblemCode.CONNECTION_LOST).thenFails(away).then(401, "");
            ask();
            ask();
            assertThat(ask()).isInstanceOf(Outcome.Ok.class);
        }
    }

    @Test
    void triesAgainWithTheNextRequestWhenTheRenewedLogInBreaks() {
        logIn();
        transport.then(401, "").then(200, ScriptedTransport.INFO).thenFails(ProblemCode.NO_ANSWER);
        assertThat(code(ask())).isEqualTo(ProblemCode.NO_ANSWER);
        assertThat(link.state()).isInstanceOf(LinkState.Interrupted.class);
    }
}
