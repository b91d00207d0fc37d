package plugwright.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The course of longer work on a station: it tells where it stands, and can be called off. What was sent by then stays
 * sent; the work ends as soon as it is known what became of that. Safe for several threads at once.
 */
public final class Course {

    private final List<Consumer<WorkStep>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> calledOff = new CompletableFuture<>();

    /** Hears each step from now on, on the thread that does it. */
    public void onStep(Consumer<WorkStep> listener) {
        listeners.add(listener);
    }

    /** Tells where the work stands. */
    public void tell(WorkStep step) {
        listeners.forEach(listener -> listener.accept(step));
    }

    /** Asks the work to end. */
    public void callOff() {
        calledOff.complete(true);
    }

    public boolean isCalledOff() {
        return calledOff.isDone();
    }

    /** Runs once the work is called off, or at once if it is already. */
    public void whenCalledOff(Runnable then) {
        var _ = calledOff.thenRun(then);
    }
}
