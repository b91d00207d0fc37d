package plugwright.ui.app;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import plugwright.ui.fx.FxDoor;

/** Starts the FX thread, shows the window and waits until it is closed. */
public final class PlugwrightApp {

    private PlugwrightApp() {}

    /**
     * Runs the window. Call it once in a process, not on the FX thread.
     *
     * @param services made when the FX thread is there; what needs closing is closed by the caller afterwards
     */
    public static void run(Function<FxDoor, Services> services) {
        CountDownLatch closed = new CountDownLatch(1);
        FxDoor door = FxDoor.real();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Stage stage = new Stage();
            PlugwrightWindow window = new PlugwrightWindow(stage, services.apply(door), door);
            stage.setOnHidden(event -> closed.countDown());
            window.show();
        });
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
