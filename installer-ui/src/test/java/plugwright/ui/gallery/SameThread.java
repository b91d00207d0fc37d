package plugwright.ui.gallery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.util.Subscription;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.FxToolkit;

/** A toolkit without a thread of its own: all happens at once, and what repeats does so when told. */
public final class SameThread implements FxToolkit {

    private final List<Runnable> repeating = new CopyOnWriteArrayList<>();

    /** A door over one. */
    public static FxDoor door() {
        return new SameThread().itsDoor();
    }

    /** A door over this one. */
    public FxDoor itsDoor() {
        return new FxDoor(this, Runnable::run);
    }

    /** One period of all that repeats goes by. */
    public void tick() {
        repeating.forEach(Runnable::run);
    }

    /** How many things repeat. */
    public int repeating() {
        return repeating.size();
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
        repeating.add(task);
        return () -> repeating.remove(task);
    }

    @Override
    public long threadCpuNanos() {
        return 0;
    }
}
