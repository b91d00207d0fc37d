package plugwright.ui.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** For what is built and never shown: all happens at once on the calling thread, and nothing repeats. */
final class StillToolkit implements FxToolkit {

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
