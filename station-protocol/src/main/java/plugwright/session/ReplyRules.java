package plugwright.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import plugwright.api.SessionHolder;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/** What to do after a reply: pure, so that a table can test it. */
public final class ReplyRules {

    /** A station that says it is busy is asked this often in all. */
    public static final int MAX_ATTEMPTS = 4;

    /** First wait after 429 or 503; doubles with each attempt. */
    public static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    /** Longest wait between attempts. */
    public static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(8);

    /** A real station lets a session whose link died silently live on for this long (station-interfaces §1). */
    public static final Duration SILENT_SESSION_ENDS = Duration.ofSeconds(60);

    private ReplyRules() {}

    /** What is next. */
    public sealed interface Next {
        /** The reply is the answer. */
        record Done() implements Next {}

        /** The log-in was lost with its connection: log in again, once, and repeat. */
        record LogInAgain() implements Next {}

        /** Wait, then repeat. */
        record Repeat(Duration after) implements Next {}

        /** Give up. */
        record Fail(Problem problem) implements Next {}
    }

    /**
     * Judges a reply to anything but a log-in.
     *
     * @param status HTTP status
     * @param attempt 1 for the first
     * @param reLogin whether a log-in may be tried: credentials are known and none was tried for this request
     */
    public static Next afterReply(int status, int attempt, ReLogin reLogin) {
        return switch (status) {
            case Reply.OK -> new Next.Done();
            case Reply.UNAUTHORIZED -> reLogin == ReLogin.POSSIBLE
                    ? new Next.LogInAgain()
                    : new Next.Fail(Problem.of(ProblemCode.NOT_LOGGED_IN));
            case Reply.FORBIDDEN -> new Next.Fail(heldBy(Optional.empty(), Instant.EPOCH));
            case Reply.TOO_MANY_REQUESTS -> backOff(attempt, ProblemCode.ASKED_TOO_OFTEN);
            case Reply.UNAVAILABLE -> backOff(attempt, ProblemCode.STATION_BUSY);
            default -> new Next.Fail(Problem.of(ProblemCode.REPLY_UNEXPECTED, Integer.toString(status)));
        };
    }

    /** Whether a lost log-in may be renewed. */
    public enum ReLogin {
        POSSIBLE,
        IMPOSSIBLE
    }

    /**
     * Judges the reply to a log-in.
     *
     * @param sinceOursWasLost how long ago a logged-in connection of this program to this station broke; longer than
     *     {@link #SILENT_SESSION_ENDS} if none did
     * @param held the problem where somebody else is logged in
     */
    public static Next afterLogin(int status, int attempt, Duration sinceOursWasLost, Problem held) {
        if (status == Reply.UNAUTHORIZED) {
            return new Next.Fail(Problem.of(ProblemCode.WRONG_PASSWORD));
        }
        if (status == Reply.FORBIDDEN) {
            Duration left = SILENT_SESSION_ENDS.minus(sinceOursWasLost);
            return new Next.Fail(
                    left.isPositive()
                            ? Problem.of(ProblemCode.OUR_EARLIER_SESSION_OPEN, Long.toString(left.toSeconds() + 1))
                            : held);
        }
        return afterReply(status, attempt, ReLogin.IMPOSSIBLE);
    }

    /**
     * That somebody else is logged in: who, after how long a silence it ends, since when (ISO-8601, empty if not known).
     *
     * @param holder as the station said, which real ones do not
     */
    public static Problem heldBy(Optional<SessionHolder> holder, Instant now) {
        String name = holder.map(SessionHolder::displayName).filter(n -> !n.isEmpty()).map(n -> " (" + n + ")").orElse("");
        long silence = holder.map(SessionHolder::idleLimitSeconds).orElse(SILENT_SESSION_ENDS.toSeconds());
        String since = holder.map(h -> now.minusSeconds(h.openSeconds()).truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
        return Problem.of(ProblemCode.OTHER_SESSION_OPEN, name, Long.toString(silence), since);
    }

    private static Next backOff(int attempt, ProblemCode code) {
        Duration wait = FIRST_BACK_OFF.multipliedBy(1L << (attempt - 1));
        Duration bounded = wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
        return attempt < MAX_ATTEMPTS
                ? new Next.Repeat(bounded)
                : new Next.Fail(Problem.of(code, Long.toString(bounded.toSeconds())));
    }
}
