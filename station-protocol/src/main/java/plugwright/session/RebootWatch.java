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

    private static final String REBOOT = "reboot";

    private final StationLink link;
    private final LinkEnvironment environment;
    private final Function<Duration, CompletableFuture<Void>> after;

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
     * Sends the reboot command and waits.
     *
     * @return the boot count afterwards, or why the command did not get through, or NOT_BACK_AFTER_REBOOT
     */
    public CompletableFuture<Outcome<Long>> reboot() {
        return bootCount().thenCompose(before -> switch (before) {
            case Outcome.Failed<Optional<Long>>(var problem) ->
                CompletableFuture.completedFuture(Outcome.<Long>failed(problem));
            case Outcome.Ok<Optional<Long>>(var count) ->
                link.command(REBOOT).thenCompose(sent -> switch (sent) {
                    case Outcome.Failed<Reply>(var problem) when problem.code() != ProblemCode.CONNECTION_LOST ->
                        CompletableFuture.completedFuture(Outcome.<Long>failed(problem));
                    default -> awaitReturn(count.orElse(0L));
                });
        });
    }

    /**
     * Waits for a reboot that was already caused.
     *
     * @param before the boot count before it
     */
    public CompletableFuture<Outcome<Long>> awaitReturn(long before) {
        return look(before, environment.wireClock().get());
    }

    private CompletableFuture<Outcome<Long>> look(long before, WireTime since) {
        if (environment.wireClock().get().since(since).compareTo(PATIENCE) > 0) {
            return CompletableFuture.completedFuture(
                    Outcome.failed(ProblemCode.NOT_BACK_AFTER_REBOOT, Long.toString(PATIENCE.toSeconds())));
        }
        return after.apply(BETWEEN_LOOKS)
                .thenCompose(_ -> bootCount())
                .thenCompose(now -> {
                    if (now instanceof Outcome.Ok<Optional<Long>>(var count) && count.orElse(before) != before) {
                        return CompletableFuture.completedFuture(Outcome.ok(count.orElseThrow()));
                    }
                    if (now instanceof Outcome.Failed<Optional<Long>>(var problem) && isFinal(problem.code())) {
                        return CompletableFuture.completedFuture(Outcome.failed(problem));
                    }
                    return look(before, since);
                });
    }

    /** What waiting does not mend. */
    private static boolean isFinal(ProblemCode code) {
        return code == ProblemCode.WRONG_PASSWORD
                || code == ProblemCode.CERTIFICATE_CHANGED
                || code == ProblemCode.NOT_LOGGED_IN;
    }
}
