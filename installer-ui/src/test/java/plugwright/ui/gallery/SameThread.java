package plugwright.ui.gallery;

import java.time.Duration;
import javafx.util.Subscription;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.FxToolkit;

/** A toolkit without a thread of its own: all happens at once, nothing repeats. */
public final class SameThread implements FxToolkit {

    /** A door over it. */
    public static FxDoor door() {
        return new FxDoor(new SameThread(), Runnable::run);
    }

    @Override
    public boolean onFxThread() {
        return true;
    }

    @Override
    public void later(Runnable task) {
        task.run();
    }

    @Override
    public void nextPulse(Runnable task) {
        task.run();
    }

    @Override
    public Subscription every(Duration period, Runnable task) {
        return Subscription.EMPTY;
    }

    @Override
    public long threadCpuNanos() {
        return 0;
    }
}
