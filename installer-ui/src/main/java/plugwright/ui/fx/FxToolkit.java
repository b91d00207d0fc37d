package plugwright.ui.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** What the door needs of the machinery below it: the FX thread's queue, its pulses and its clock. */
public interface FxToolkit {

    /** Whether the caller is on the FX thread. */
    boolean onFxThread();

    /** Runs the task on the FX thread, after what is queued there. */
    void later(Runnable task);

    /** Runs the task on the FX thread once, at the next pulse. */
    void nextPulse(Runnable task);

    /** Runs the task on the FX thread again and again, first after one period, until unsubscribed. */
    Subscription every(Duration period, Runnable task);

    /** CPU time that the calling thread has used, in nanoseconds. */
    long threadCpuNanos();
}
