package plugwright.ui.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Subscription;

/** The real FX thread. */
public final class JavaFxToolkit implements FxToolkit {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public boolean onFxThread() {
        return Platform.isFxApplicationThread();
    }

    @Override
    public void later(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void nextPulse(Runnable task) {
        AnimationTimer once = new AnimationTimer() {
            @Override
            public void handle(long nanos) {
                stop();
                task.run();
            }
        };
        if (onFxThread()) {
            once.start();
        } else {
            later(once::start);
        }
    }

    @Override
    public Subscription every(Duration period, Runnable task) {
        Timeline timeline =
                new Timeline(new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), event -> task.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }

    @Override
    public long threadCpuNanos() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
