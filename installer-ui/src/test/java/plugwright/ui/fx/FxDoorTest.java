package plugwright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class FxDoorTest {

    private final ManualToolkit toolkit = new ManualToolkit();
    private final List<Runnable> background = new ArrayList<>();
    private final FxDoor door = new FxDoor(toolkit, background::add);
    private final List<Object> seen = new ArrayList<>();

    @Test
    void runsAtOnceOnTheFxThreadAndLaterFromElsewhere() {
        door.run(() -> {
            seen.add("outer");
            door.run(() -> seen.add("inner"));
            seen.add("after");
        });
        assertThat(seen).isEmpty();
        toolkit.drain();
        assertThat(seen).containsExactly("outer", "inner", "after");
    }

    @Test
    void handsOnOnlyTheNewestValueOfAPulse() {
        Consumer<Integer> mailbox = door.latest(seen::add);
        mailbox.accept(1);
        mailbox.accept(2);
        mailbox.accept(3);
        toolkit.pulse();
        mailbox.accept(4);
        toolkit.pulse();
        toolkit.pulse();
        assertThat(seen).containsExactly(3, 4);
    }

    @Test
    void countsTheCpuTimeOfEachTaskOnceThoughTasksRunInsideTasks() {
        door.run(() -> {
            toolkit.use(Duration.ofMillis(2));
            door.run(() -> toolkit.use(Duration.ofMillis(3)));
        });
        toolkit.drain();
        assertThat(door.timings().summary().count()).isEqualTo(1);
        assertThat(door.timings().summary().max()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void repeatsUntilUnsubscribed() {
        Subscription ticking = door.every(Duration.ofSeconds(1), () -> seen.add("tick"));
        toolkit.tick();
        toolkit.tick();
        ticking.unsubscribe();
        toolkit.tick();
        assertThat(seen).containsExactly("tick", "tick");
    }

    @Test
    void tellsHowFarAJobIsAndThatItIsDone() {
        Job<String> job = door.start("Reading", progress -> {
            progress.at(0.5, "half");
            return "value";
        });
        background.getFirst().run();
        toolkit.pulse();
        assertThat(job.state().get()).isEqualTo(Job.State.DONE);
        assertThat(job.fraction().get()).isEqualTo(0.5);
        assertThat(job.detail().get()).isEqualTo("half");
        assertThat(job.result()).isCompletedWithValue("value");
    }

    @Test
    void jobSeesThatItWasCancelledAndItsLateResultCountsForNothing() {
        List<Boolean> cancelled = new ArrayList<>();
        Job<String> job = door.start("Reading", progress -> {
            cancelled.add(progress.isCancelled());
            return "late";
        });
        job.cancel();
        background.getFirst().run();
        toolkit.drain();
        assertThat(cancelled).containsExactly(true);
        assertThat(job.state().get()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void jobFailsWhenItsWorkThrows() {
        Job<String> job = door.start("Reading", progress -> {
            throw new java.io.IOException("cable");
        });
        background.getFirst().run();
        toolkit.drain();
        assertThat(job.state().get()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void jobForWorkElsewhereEndsWithItAndCannotBeBrokenOff() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Job<String> job = door.track("Saving", stage);
        assertThat(job.cancelling()).isEqualTo(Job.Cancelling.IMPOSSIBLE);
        stage.complete("saved");
        toolkit.drain();
        assertThat(job.state().get()).isEqualTo(Job.State.DONE);
    }
}
