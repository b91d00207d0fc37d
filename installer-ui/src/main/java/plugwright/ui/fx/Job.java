package plugwright.ui.fx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != RUNNING;
        }
    }

    /** Whether a user may break it off. */
    public enum Cancelling {
        POSSIBLE,
        IMPOSSIBLE
    }

    /** The work; runs in the background and may block. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** How work tells where it is; may be called from any thread. */
    public interface Progress {
        /** @param fraction 0 to 1 */
        void at(double fraction, String detail);

        /** Whether somebody cancelled; long work asks now and then. */
        boolean isCancelled();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /** JavaFX' own sign for "it is not known how far". */
    private static final double INDETERMINATE = -1;

    private final FxDoor door;
    private final String title;
    private final Cancelling cancelling;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(INDETERMINATE);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Job(FxDoor door, String title, Cancelling cancelling) {
        this.door = door;
        this.title = title;
        this.cancelling = cancelling;
        var _ = result.whenComplete((value, failure) -> door.run(() -> state.set(stateAfter(failure))));
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

    public Cancelling cancelling() {
        return cancelling;
    }

    /** Asks the work to end; it is over at once for whoever waits. */
    public void cancel() {
        result.cancel(true);
    }

    void work(Work<T> work) {
        try {
            result.complete(work.run(new Teller()));
        } catch (Exception failure) {
            result.completeExceptionally(failure);
        }
    }

    void follow(CompletableFuture<T> stage) {
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

    private State stateAfter(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure == null) {
            return State.DONE;
        }
        if (failure instanceof CancellationException || result.isCancelled()) {
            return State.CANCELLED;
        }
        LOG.warn("Task \"{}\" failed", title, failure);
        return State.FAILED;
    }

    private final class Teller implements Progress {
        private final java.util.function.Consumer<Step> steps = door.latest(step -> {
            fraction.set(step.fraction);
            detail.set(step.detail);
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
