package plugwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;
import plugwright.session.Course;
import plugwright.session.LinkEnvironment;
import plugwright.session.MemoryPins;
import plugwright.session.RebootWatch;
import plugwright.session.ScriptedTransport;
import plugwright.session.StationLink;
import plugwright.session.WorkStep;

/** A key on its way to a scripted station; time does not pass. */
@Tag("LIC-6")
class KeyInstallationTest {

    private static final String KEY = "ABCD-EF01";
    private static final int BOOTS = 7;

    private final ScriptedTransport transport = new ScriptedTransport();
    private final LinkEnvironment environment = new LinkEnvironment(
            () -> new WireTime(0), () -> Instant.EPOCH, Thread.ofVirtual().factory(), time -> {}, "test");
    private final StationLink link =
            new StationLink(new HostPort("10.0.3.21", 443), transport, new MemoryPins(), environment);
    private final KeyInstallation installation = new KeyInstallation(
            link, new RebootWatch(link, environment, time -> CompletableFuture.completedFuture(null)));
    private final Course course = new Course();
    private final List<WorkStep> steps = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        link.close();
    }

    private Outcome<KeyInstallation.Unlocked> install() {
        course.onStep(steps::add);
        return installation.install(KEY, course).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static Problem problem(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).problem();
    }

    private boolean awaitedTheStation() {
        return steps.stream().anyMatch(WorkStep.AwaitingReturn.class::isInstance);
    }

    private static String holds(String key, int features, int boots) {
        List<String> rows = new ArrayList<>();
        rows.add(row("21A1_0", 9, 256, "\"" + key + "\""));
        rows.add(row("21A2_0", 7, 0, Integer.toString(features)));
        rows.add(row("2056_0", 7, 0, Integer.toString(boots)));
        return "{\"version\":2,\"properties\":[" + String.join(",", rows) + "],\"offset\":0,\"total\":3}";
    }

    private static String row(String id, int type, int length, String value) {
        return "{\"id\":\"%s\",\"access\":0,\"type\":%d,\"len\":%d,\"cat\":\"generic\",\"value\":%s}"
                .formatted(id, type, length, value);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_LOST", "NO_ANSWER", "REPLY_CUT_SHORT"})
    void letsTheBootCountDecideWhenTheStationWentBeforeItsReplyWasThrough(ProblemCode noReply) {
        transport.then(200, holds("", 0, BOOTS))
                .thenFails(noReply)
                .thenFails(ProblemCode.CONNECTION_REFUSED)
                .thenFails(ProblemCode.CONNECTION_REFUSED)
                .then(200, holds(KEY, 2, BOOTS + 1))
                .then(200, holds(KEY, 2, BOOTS + 1));
        assertThat(install()).isEqualTo(Outcome.ok(new KeyInstallation.Unlocked(0, 2)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_LOST", "NO_ANSWER", "REPLY_CUT_SHORT"})
    void saysThatTheKeyWasNotSentWhenTheFirstQuestionFails(ProblemCode broken) {
        transport.thenFails(broken);
        Problem why = problem(install());
        assertThat(why.code()).isEqualTo(broken);
        assertThat(KeyInstallation.standing(why)).isEqualTo(KeyInstallation.Standing.NOT_SENT);
        assertThat(awaitedTheStation()).isFalse();
        assertThat(transport.targets()).noneMatch(t -> t.startsWith("POST"));
    }

    @Test
    void saysThatTheKeyWasRefusedWhenTheStationKeepsTheOldOne() {
        transport.then(200, holds("OLD", 0, BOOTS)).then(200, "").then(200, holds("OLD", 0, BOOTS));
        Problem why = problem(install());
        assertThat(why.code()).isEqualTo(ProblemCode.REFUSED_BY_STATION);
        assertThat(KeyInstallation.standing(why)).isEqualTo(KeyInstallation.Standing.REFUSED);
        assertThat(awaitedTheStation()).isFalse();
    }

    @Test
    void saysThatItIsNotKnownWhenTheStationIsBackAndCannotBeRead() {
        transport.then(200, holds("", 0, BOOTS))
                .then(200, "")
                .then(200, holds(KEY, 0, BOOTS))
                .then(200, holds(KEY, 2, BOOTS + 1))
                .thenFails(ProblemCode.CONNECTION_LOST);
        Problem why = problem(install());
        assertThat(why.code()).isEqualTo(ProblemCode.KEY_OUTCOME_UNREAD);
        assertThat(KeyInstallation.standing(why)).isEqualTo(KeyInstallation.Standing.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_BACK_AFTER_REBOOT", "WAIT_CANCELLED", "WRONG_PASSWORD", "REPLY_UNEXPECTED"})
    void saysThatItIsNotKnownWhenTheKeyMayBeOnTheStation(ProblemCode code) {
        assertThat(KeyInstallation.standing(Problem.of(code))).isEqualTo(KeyInstallation.Standing.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_MISTYPED", "KEY_FOR_OTHER_STATION", "KEY_EXPIRED", "KEY_TOO_NEW", "TOO_LONG"})
    void saysThatTheKeyWasRefusedWhenTheStationSaysWhy(ProblemCode code) {
        assertThat(KeyInstallation.standing(Problem.of(code, "1", "2"))).isEqualTo(KeyInstallation.Standing.REFUSED);
    }
}
