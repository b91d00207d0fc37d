package plugwright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

    /** A save elsewhere that is asked to end, and ends when it can. */
    private static final class Elsewhere implements Job.Tracked<String> {
        private final CompletableFuture<String> stage = new CompletableFuture<>();
        private boolean asked;

        @Override
        public CompletionStage<String> begin(Job.Progress progress) {
            progress.at(0.5, "1 of 2");
            return stage;
        }

        @Override
        public void cancel() {
            asked = true;
        }

        @Override
        public Job.Ending ending(String value) {
            return new Job.Ending(asked ? Job.State.CANCELLED : Job.State.DONE, value);
        }
    }

    @Test
    void jobForWorkElsewhereTellsItsStepsAndEndsWithItsWord() {
        Elsewhere work = new Elsewhere();
        Job<String> job = door.track("Saving", work);
        toolkit.pulse();
        assertThat(job.detail().get()).isEqualTo("1 of 2");
        work.stage.complete("2 written");
        toolkit.drain();
        assertThat(job.state().get()).isEqualTo(Job.State.DONE);
        assertThat(job.detail().get()).isEqualTo("2 written");
    }

    @Test
    void jobForWorkElsewhereGoesOnUntilItsEndIsKnownWhenItIsCancelled() {
        Elsewhere work = new Elsewhere();
        Job<String> job = door.track("Saving", work);
        job.cancel();
        assertThat(work.asked).isTrue();
        assertThat(job.state().get()).isEqualTo(Job.State.STOPPING);
        assertThat(job.result()).isNotDone();
        work.stage.complete("1 of 2 written");
        toolkit.drain();
        assertThat(job.state().get()).isEqualTo(Job.State.CANCELLED);
        assertThat(job.result()).isCompletedWithValue("1 of 2 written");
    }
}
