package plugwright.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import plugwright.api.PropertyRow;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;

/**
 * Reboots a station and waits until it is back and logged in. That it really rebooted is told by its boot counter,
 * not by the connection: a station may take a while to go, or be back before anyone looked.
 */
public final class RebootWatch {

    /** Real stations are back within a minute or two; after this a person should look. */
    public static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Gentle: a starting station is asked once in this time. */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Our guess until a restart of this station was timed; real ones take most of a minute. */
    static final Duration USUAL = Duration.ofSeconds(45);

    /** After this many times the usual somebody should look; a station that checks its store takes a little longer. */
    static final int LATE_AFTER_USUAL = 2;

    /** Below this nobody could have looked yet, however quick the station is. */
    static final Duration SOONEST_LATE = Duration.ofSeconds(10);

    private static final String REBOOT = "reboot";

    private final StationLink link;
    private final LinkEnvironment environment;
    private final Function<Duration, CompletableFuture<Void>> after;

    /** How long the last restart took that was seen. */
    private volatile Duration usual = USUAL;

    /**
     * @param link logged in
     * @param environment its clock
     * @param after completes after a time; how time passes is the caller's matter
     */
    public RebootWatch(
            StationLink link, LinkEnvironment environment, Function<Duration, CompletableFuture<Void>> after) {
        this.link = link;
        this.environment = environment;
        this.after = after;
    }

    /** Time passes as on the wall. */
    public static RebootWatch real(StationLink link, LinkEnvironment environment) {
        return new RebootWatch(
                link,
                environment,
                time -> CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)));
    }

    /** How often the station has started, by its own count; empty if it does not say. */
    public CompletableFuture<Outcome<Optional<Long>>> bootCount() {
        return link.read(RequestClass.USER, List.of(Known.BOOT_COUNT))
                .thenApply(read -> read.map(rows -> number(rows, Known.BOOT_COUNT)));
    }

    private static Optional<Long> number(List<PropertyRow> rows, PropertyId id) {
        return rows.stream()
                .filter(r -> r.id().equals(id))
                .map(r -> (long) r.value().number())
                .findFirst();
    }

    /**
     * Sends the reboot command and waits. Calling it off before the command is sent keeps it from being sent; later it
     * ends the waiting only.
     *
     * @return the boot count afterwards, or why the command did not get through, or NOT_BACK_AFTER_REBOOT, or
     *     WAIT_CANCELLED, or WRITE_CANCELLED where it was never sent
     */
    public CompletableFuture<Outcome<Long>> reboot(Course course) {
        course.tell(new WorkStep.Asking());
        return bootCount().thenCompose(before -> switch (before) {
            case Outcome.Failed<Optional<Long>>(var problem) ->
                CompletableFuture.completedFuture(Outcome.<Long>failed(problem));
            case Outcome.Ok<Optional<Long>> _ when course.isCalledOff() ->
                CompletableFuture.completedFuture(Outcome.<Long>failed(ProblemCode.WRITE_CANCELLED, REBOOT));
            case Outcome.Ok<Optional<Long>>(var count) ->
                link.command(REBOOT).thenCompose(sent -> switch (sent) {
                    case Outcome.Failed<Reply>(var problem) when !mayHaveArrived(problem.code()) ->
                        CompletableFuture.completedFuture(Outcome.<Long>failed(problem));
                    default -> awaitReturn(count.orElse(0L), course);
                });
        });
    }

    /**
     * Whether what was sent may have reached a station though no whole reply came back: one that restarts at once may end
     * the connection, cut its reply short or fall silent. Its boot count tells.
     */
    public static boolean mayHaveArrived(ProblemCode code) {
        return code == ProblemCode.CONNECTION_LOST
                || code == ProblemCode.REPLY_CUT_SHORT
                || code == ProblemCode.NO_ANSWER;
    }

    /**
     * Waits for a reboot that was already caused; says early when it takes longer than it should.
     *
     * @param before the boot count before it
     */
    public CompletableFuture<Outcome<Long>> awaitReturn(long before, Course course) {
        CompletableFuture<Outcome<Long>> back = new CompletableFuture<>();
        WireTime since = environment.wireClock().get();
        Duration expected = usual;
        course.tell(new WorkStep.AwaitingReturn(expected, WorkStep.Lateness.IN_TIME));
        course.whenCalledOff(() -> back.complete(Outcome.failed(ProblemCode.WAIT_CANCELLED)));
        // Not by the looks: one that hangs on a dead address takes long itself.
        var _ = after.apply(lateAfter(expected)).thenRun(() -> {
            if (!back.isDone()) {
                course.tell(new WorkStep.AwaitingReturn(expected, WorkStep.Lateness.LATE));
            }
        });
        look(before, since, back);
        return back;
    }

    private static Duration lateAfter(Duration usual) {
        Duration late = usual.multipliedBy(LATE_AFTER_USUAL);
        return late.compareTo(SOONEST_LATE) > 0 ? late : SOONEST_LATE;
    }

    private void look(long before, WireTime since, CompletableFuture<Outcome<Long>> back) {
        Duration waited = environment.wireClock().get().since(since);
        if (waited.compareTo(PATIENCE) > 0) {
            back.complete(Outcome.failed(ProblemCode.NOT_BACK_AFTER_REBOOT, Long.toString(PATIENCE.toSeconds())));
        }
        if (back.isDone()) {
            return;
        }
        var _ = after.apply(BETWEEN_LOOKS).thenCompose(_ -> bootCount()).thenAccept(now -> {
            if (now instanceof Outcome.Ok<Optional<Long>>(var count) && count.orElse(before) != before) {
                usual = environment.wireClock().get().since(since);
                back.complete(Outcome.ok(count.orElseThrow()));
            } else if (now instanceof Outcome.Failed<Optional<Long>>(var problem) && isFinal(problem.code())) {
                back.complete(Outcome.failed(problem));
            } else {
                look(before, since, back);
            }
        });
    }

    /** What waiting does not mend. */
    private static boolean isFinal(ProblemCode code) {
        return code == ProblemCode.WRONG_PASSWORD
                || code == ProblemCode.CERTIFICATE_CHANGED
                || code == ProblemCode.NOT_LOGGED_IN;
    }
}
