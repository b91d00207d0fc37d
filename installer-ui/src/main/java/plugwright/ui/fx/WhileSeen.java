package plugwright.ui.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** Repeats a task while somebody looks at what it is for, and only then. On the FX thread. */
public final class WhileSeen {

    private final FxDoor door;
    private final Duration period;
    private final Runnable task;
    private Subscription ticking = Subscription.EMPTY;

    public WhileSeen(FxDoor door, Duration period, Runnable task) {
        this.door = door;
        this.period = period;
        this.task = task;
    }

    /** It is seen now: at once, then again and again. */
    public void attach() {
        ticking.unsubscribe();
        ticking = door.every(period, task);
        task.run();
    }

    /** It is not seen any more. */
    public void detach() {
        ticking.unsubscribe();
        ticking = Subscription.EMPTY;
    }
}
