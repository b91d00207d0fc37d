package plugwright.ui.app;

import java.util.function.Function;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.fx.FxStart;

/** Shows the window and waits until it is closed. */
public final class PlugwrightApp {

    private PlugwrightApp() {}

    /**
     * Runs the window. Call it once in a process, not on the FX thread.
     *
     * @param services made on the calling thread when the toolkit is there: finding stations begins before the window
     *     is drawn; what needs closing is closed by the caller afterwards
     */
    public static void run(Function<FxDoor, Services> services) {
        FxDoor door = FxDoor.real();
        FxStart.run(
                () -> new PlugwrightWindow(services.apply(door), door).prepared(),
                (window, stage) -> door.run(() -> window.showOn(stage, () -> {})));
    }
}
