package plugwright.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way onto the FX thread and off it. */
public final class FxDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FxDoor.class);

    private static final long NOT_BEGUN = -1;

    private final FxToolkit toolkit;
    private final Executor background;
    private final Timings timings = new Timings();
    private int depth;

    /**
     * @param toolkit the FX thread
     * @param background where jobs run; each may block
     */
    public FxDoor(FxToolkit toolkit, Executor background) {
        this.toolkit = toolkit;
        this.background = background;
    }

    /** On the real FX thread, jobs on virtual threads. */
    public static FxDoor real() {
        Executor virtual = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("ui-job-", 0).factory());
        return new FxDoor(new JavaFxToolkit(), virtual);
    }

    /** For what is built and never shown: everything happens at once on the calling thread, nothing repeats. */
    public static FxDoor still() {
        return new FxDoor(new StillToolkit(), Runnable::run);
    }

    /** Runs on the FX thread: at once when already there, else after what is queued. */
    public void run(Runnable task) {
        if (toolkit.onFxThread()) {
            measured(task);
        } else {
            toolkit.later(() -> measured(task));
        }
    }

    /** Runs on the FX thread after what is queued there, also when already there. */
    public void later(Runnable task) {
        toolkit.later(() -> measured(task));
    }

    /**
     * A mailbox for values that come faster than they can be seen: from any thread, and of all that arrive between
     * two pulses only the newest is handed on, on the FX thread.
     */
    public <T> Consumer<T> latest(Consumer<T> onFxThread) {
        AtomicReference<@Nullable T> newest = new AtomicReference<>();
        return value -> {
            if (newest.getAndSet(value) == null) {
                toolkit.nextPulse(() -> measured(() -> {
                    T taken = newest.getAndSet(null);
                    if (taken != null) {
                        onFxThread.accept(taken);
                    }
                }));
            }
        };
    }

    /** Repeats on the FX thread until unsubscribed; for what is shown to age, and for polling while a tab is shown. */
    public Subscription every(Duration period, Runnable task) {
        return toolkit.every(period, () -> measured(task));
    }

    /** Hands a result to the FX thread when it is there. A failure is a fault of the program: logged, not shown. */
    public <T> void deliver(CompletionStage<T> stage, Consumer<T> onFxThread) {
        stage.whenComplete((value, failure) -> {
            if (failure != null) {
                LOG.error("A result for the screen failed", failure);
            } else {
                run(() -> onFxThread.accept(value));
            }
        });
    }

    /** Starts work in the background. */
    public <T> Job<T> start(String title, Job.Work<T> work) {
        Job<T> job = Job.own(this, title);
        background.execute(() -> job.work(work));
        return job;
    }

    /** Begins in the background what has to wait before it begins, for a file say. */
    public <T> CompletableFuture<T> aside(Supplier<CompletableFuture<T>> work) {
        return CompletableFuture.completedFuture(work).thenComposeAsync(Supplier::get, background);
    }

    /** Begins work that runs elsewhere. */
    public <T> Job<T> track(String title, Job.Tracked<T> work) {
        return Job.elsewhere(this, title, work);
    }

    /** Counts what a scene costs too: events it handles and the layout before each pulse. */
    public void watch(Scene scene) {
        EventDispatcher original = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> measuredGet(() -> original.dispatchEvent(event, tail)));
        AtomicLong begin = new AtomicLong(NOT_BEGUN);
        scene.addPreLayoutPulseListener(() -> begin.set(toolkit.threadCpuNanos()));
        scene.addPostLayoutPulseListener(() -> {
            long since = begin.getAndSet(NOT_BEGUN);
            if (since != NOT_BEGUN) {
                timings.add(toolkit.threadCpuNanos() - since);
            }
        });
    }

    /** What tasks cost the FX thread. */
    public Timings timings() {
        return timings;
    }

    private void measured(Runnable task) {
        measuredGet(() -> {
            task.run();
            return true;
        });
    }

    /** Tasks inside tasks count once, as part of the outer one. Called on the FX thread only. */
    private <T> T measuredGet(java.util.function.Supplier<T> task) {
        long begin = toolkit.threadCpuNanos();
        depth++;
        try {
            return task.get();
        } finally {
            depth--;
            if (depth == 0) {
                timings.add(toolkit.threadCpuNanos() - begin);
            }
        }
    }
}
