package plugwright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;

/** A restart seen through a scripted station, in made-up time. */
class RebootWatchTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final LinkEnvironment environment = new LinkEnvironment(
            () -> new WireTime(nanos.get()), () -> Instant.EPOCH, Thread.ofVirtual().factory(), time -> {}, "test");
    private final StationLink link = new StationLink(new HostPort("10.0.3.21", 443), transport, new MemoryPins(), environment);
    private final List<Alarm> alarms = new ArrayList<>();
    private final RebootWatch watch = new RebootWatch(link, environment, this::after);
    private final Course course = new Course();
    private final List<WorkStep> steps = new CopyOnWriteArrayList<>();

    private record Alarm(long atNanos, CompletableFuture<Void> due) {}

    private synchronized CompletableFuture<Void> after(Duration time) {
        Alarm alarm = new Alarm(nanos.get() + time.toNanos(), new CompletableFuture<>());
        alarms.add(alarm);
        return alarm.due();
    }

    /** Lets time pass, a look of the watch at a time. */
    private void pass(Duration time) {
        long end = nanos.get() + time.toNanos();
        while (nanos.get() < end) {
            nanos.addAndGet(RebootWatch.BETWEEN_LOOKS.toNanos());
            List<Alarm> due;
            synchronized (this) {
                due = alarms.stream().filter(a -> a.atNanos() <= nanos.get()).toList();
                alarms.removeAll(due);
            }
            due.forEach(a -> a.due().complete(null));
            // The link is one thread: when this is answered, so is what the watch asked before.
            link.info().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @AfterEach
    void close() {
        link.close();
    }

    private List<WorkStep.Lateness> told() {
        return steps.stream()
                .flatMap(s -> s instanceof WorkStep.AwaitingReturn(var usual, var late)
                        ? java.util.stream.Stream.of(late)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    private static ProblemCode code(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).problem().code();
    }

    @Test
    void saysEarlyThatTheStationIsLateAndGoesOnWaiting() {
        course.onStep(steps::add);
        CompletableFuture<Outcome<Long>> back = watch.awaitReturn(7, course);
        pass(RebootWatch.USUAL.multipliedBy(RebootWatch.LATE_AFTER_USUAL).minusSeconds(1));
        assertThat(told()).containsExactly(WorkStep.Lateness.IN_TIME);
        pass(Duration.ofSeconds(1));
        assertThat(told()).containsExactly(WorkStep.Lateness.IN_TIME, WorkStep.Lateness.LATE);
        assertThat(back).isNotDone();
        pass(RebootWatch.PATIENCE);
        assertThat(code(back.join())).isEqualTo(ProblemCode.NOT_BACK_AFTER_REBOOT);
    }

    @Test
    void endsAtOnceWhenTheWaitIsCalledOff() {
        CompletableFuture<Outcome<Long>> back = watch.awaitReturn(7, course);
        pass(Duration.ofSeconds(3));
        int asked = transport.asked.size();
        course.callOff();
        assertThat(code(back.join())).isEqualTo(ProblemCode.WAIT_CANCELLED);
        pass(Duration.ofSeconds(5));
        // One look was due already; after that only this test asks.
        assertThat(transport.targets().stream().skip(asked).filter(t -> t.contains("/api/prop"))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void sendsNoCommandWhenCalledOffBefore() {
        transport.then(200, page(7));
        course.callOff();
        assertThat(code(watch.reboot(course).orTimeout(20, TimeUnit.SECONDS).join())).isEqualTo(ProblemCode.WRITE_CANCELLED);
        assertThat(transport.targets()).noneMatch(t -> t.contains("/api/cmd"));
    }

    @Test
    void knowsFromTheLastRestartHowLongTheNextTakes() {
        transport.then(200, page(7)).then(200, "");
        CompletableFuture<Outcome<Long>> first = watch.reboot(new Course());
        // asked for the count and told to restart
        link.info().join();
        link.info().join();
        for (int away = 0; away < 20; away++) {
            transport.thenFails(ProblemCode.CONNECTION_REFUSED);
        }
        transport.then(200, page(8));
        pass(Duration.ofSeconds(30));
        assertThat(first.join()).isEqualTo(Outcome.ok(8L));

        course.onStep(steps::add);
        var _ = watch.awaitReturn(8, course);
        WorkStep.AwaitingReturn told = (WorkStep.AwaitingReturn) steps.getFirst();
        assertThat(told.usual()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_LOST", "NO_ANSWER", "REPLY_CUT_SHORT"})
    void letsTheBootCountDecideWhenNoWholeReplyToTheCommandCame(ProblemCode noReply) {
        transport.infoStands().then(200, page(7)).thenFails(noReply).then(200, page(7)).then(200, page(8));
        CompletableFuture<Outcome<Long>> back = watch.reboot(new Course());
        // asked for the count and told to restart
        link.info().join();
        link.info().join();
        link.info().join();
        for (int look = 0; look < 5 && !back.isDone(); look++) {
            pass(RebootWatch.BETWEEN_LOOKS);
        }
        assertThat(back).isCompletedWithValue(Outcome.ok(8L));
    }

    @Test
    void saysAtOnceThatTheCommandDidNotGetThroughWhenNothingListens() {
        transport.then(200, page(7)).thenFails(ProblemCode.CONNECTION_REFUSED);
        assertThat(code(watch.reboot(new Course()).orTimeout(20, TimeUnit.SECONDS).join()))
                .isEqualTo(ProblemCode.CONNECTION_REFUSED);
    }

    private static String page(int boots) {
        return """
                {"version":2,"properties":[{"id":"2056_0","access":1,"type":7,"len":0,"cat":"generic","value":%d}],\
                "offset":0,"total":1}"""
                .formatted(boots);
    }
}
