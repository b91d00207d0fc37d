package plugwright.ui.fx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that takes longer than a moment: seen in the task centre, with progress, and can be cancelled. Its properties
 * change on the FX thread only.
 *
 * @param <T> what the work comes to
 */
public final class Job<T> {

    /** Where it stands. */
    public enum State {
        RUNNING,
        /** Asked to end; it does as soon as it can. */
        STOPPING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != RUNNING && this != STOPPING;
        }
    }

    /**
     * How it ended.
     *
     * @param state one that is over
     * @param detail what there is to say, in the user's language; may be empty
     */
    public record Ending(State state, String detail) {}

    /**
     * Work that runs elsewhere, such as a save on its station's link. It ends when it can, not at once when cancelled:
     * what was done by then is told.
     */
    public interface Tracked<T> {
        /** Begins; called once, on the FX thread. */
        CompletionStage<T> begin(Progress progress);

        /** Asks it to end; what it comes to tells what became of it. */
        void cancel();

        /** What it came to, as the user is told. */
        Ending ending(T value);
    }

    /** The work; runs in the background and may block. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** How work tells where it is; may be called from any thread. */
    public interface Progress {
        /** @param fraction 0 to 1, negative where it is not known */
        void at(double fraction, String detail);

        /** Whether somebody cancelled; long work asks now and then. */
        boolean isCancelled();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /** JavaFX' own sign for "it is not known how far". */
    private static final double INDETERMINATE = -1;

    private final FxDoor door;
    private final String title;
    private final Runnable canceller;
    private final Function<T, Ending> ending;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(INDETERMINATE);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** How it ended; a step that is told late does not cover it. */
    private String lastWord = "";

    private Job(FxDoor door, String title, Function<T, Ending> ending, Consumer<Job<T>> cancel) {
        this.door = door;
        this.title = title;
        this.ending = ending;
        this.canceller = () -> cancel.accept(this);
        var _ = result.whenComplete((value, failure) -> door.run(() -> over(after(value, failure))));
    }

    /** Work of our own: cancelled at once, whatever it is at. */
    static <T> Job<T> own(FxDoor door, String title) {
        return new Job<>(door, title, value -> new Ending(State.DONE, ""), job -> job.result.cancel(true));
    }

    /** Work that runs elsewhere: asked to end. On the FX thread. */
    static <T> Job<T> elsewhere(FxDoor door, String title, Tracked<T> work) {
        Job<T> job = new Job<>(door, title, work::ending, j -> work.cancel());
        job.follow(work.begin(job.new Teller()).toCompletableFuture());
        return job;
    }

    /** What it is called in the task centre, in the user's language. */
    public String title() {
        return title;
    }

    /** 0 to 1, negative where it is not known. */
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detail() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What it comes to; completes on any thread. */
    public CompletableFuture<T> result() {
        return result;
    }

    /** Asks the work to end. On the FX thread. */
    public void cancel() {
        if (state.get() == State.RUNNING) {
            state.set(State.STOPPING);
            canceller.run();
        }
    }

    void work(Work<T> work) {
        try {
            result.complete(work.run(new Teller()));
        } catch (Exception failure) {
            result.completeExceptionally(failure);
        }
    }

    private void follow(CompletableFuture<T> stage) {
        var _ = stage.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure);
            }
        });
    }

    private void over(Ending how) {
        lastWord = how.detail();
        if (!lastWord.isEmpty()) {
            detail.set(lastWord);
        }
        state.set(how.state());
    }

    private Ending after(@Nullable T value, @Nullable Throwable failure) {
        if (failure == null) {
            return ending.apply(value);
        }
        if (failure instanceof CancellationException || result.isCancelled()) {
            return new Ending(State.CANCELLED, "");
        }
        LOG.warn("Task \"{}\" failed", title, failure);
        return new Ending(State.FAILED, "");
    }

    private final class Teller implements Progress {
        private final Consumer<Step> steps = door.latest(step -> {
            fraction.set(step.fraction);
            if (lastWord.isEmpty()) {
                detail.set(step.detail);
            }
        });

        @Override
        public void at(double newFraction, String newDetail) {
            steps.accept(new Step(newFraction, newDetail));
        }

        @Override
        public boolean isCancelled() {
            return result.isDone();
        }
    }

    private record Step(double fraction, String detail) {}
}
