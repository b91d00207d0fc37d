package plugwright.ui.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.util.Subscription;

/** An FX thread that moves only when the test says so. */
public final class ManualToolkit implements FxToolkit {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Queue<Runnable> pulses = new ArrayDeque<>();
    private final List<Runnable> repeating = new ArrayList<>();
    private boolean onFxThread;
    private long cpuNanos;

    public void drain() {
        run(queue);
    }

    public void pulse() {
        drain();
        run(pulses);
    }

    void tick() {
        onFxThread = true;
        List.copyOf(repeating).forEach(Runnable::run);
        onFxThread = false;
    }

    void use(Duration cpu) {
        cpuNanos += cpu.toNanos();
    }

    private void run(Queue<Runnable> tasks) {
        onFxThread = true;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        onFxThread = false;
    }

    @Override
    public boolean onFxThread() {
        return onFxThread;
    }

    @Override
    public void later(Runnable task) {
        queue.add(task);
    }

    @Override
    public void nextPulse(Runnable task) {
        pulses.add(task);
    }

    @Override
    public Subscription every(Duration period, Runnable task) {
        repeating.add(task);
        return () -> repeating.remove(task);
    }

    @Override
    public long threadCpuNanos() {
        return cpuNanos;
    }
}
