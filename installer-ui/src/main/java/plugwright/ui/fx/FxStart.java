package plugwright.ui.fx;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the FX thread and ends it; once in a process. */
public final class FxStart {

    private FxStart() {}

    /**
     * Starts the toolkit, has a stage filled and shown, and waits until that stage is closed.
     *
     * @param show called on the FX thread; shows the stage
     */
    public static void run(Consumer<Stage> show) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Stage stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            show.accept(stage);
        });
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
