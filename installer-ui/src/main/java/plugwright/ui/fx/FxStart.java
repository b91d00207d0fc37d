package plugwright.ui.fx;

import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the FX thread and ends it; once in a process. */
public final class FxStart {

    /** It would warn at each start that it runs from the class path, which is meant (docs/decisions/0002). */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private FxStart() {}

    /**
     * Starts the toolkit, has a window made and shown, and waits until it is closed.
     *
     * @param make makes the window's content on this thread: JavaFX allows that for what is not shown, and the FX
     *     thread stands still meanwhile, so that nothing of it is touched by two
     * @param show called on the FX thread; shows it on the stage
     */
    public static <W> void run(Supplier<W> make, BiConsumer<W, Stage> show) {
        JAVAFX.setLevel(Level.SEVERE);
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            await(made);
        });
        try {
            W window = make.get();
            Platform.runLater(() -> {
                Stage stage = new Stage();
                stage.setOnHidden(_ -> closed.countDown());
                show.accept(window, stage);
            });
            made.countDown();
            await(closed);
        } finally {
            made.countDown();
            Platform.exit();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
