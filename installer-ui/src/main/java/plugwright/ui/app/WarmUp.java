package plugwright.ui.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Parent;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.catalog.Catalogue;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.shell.Actions;
import plugwright.ui.shell.Selection;
import plugwright.ui.shell.ShellView;
import plugwright.ui.shell.ShellViewModel;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Theme;

/**
 * Lays out all tabs of a station that does not exist within the window that will be shown, before it is. What Java and
 * JavaFX do only the first time is then done, and not on the FX thread: loading classes, reading stylesheets and
 * fonts, finding which rules of a stylesheet hold in this window.
 */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** The second time what was loaded in the first is run as it will be. */
    private static final int ROUNDS = 2;

    /** Charts need two values to draw a line. */
    private static final int LOOKS = 2;

    private static final long SECONDS_BETWEEN_LOOKS = 10;

    private WarmUp() {}

    /** Takes some tenths of a second. */
    static void run(ShellView window, Theme theme, Texts texts) {
        try {
            layOut(window);
            for (int round = 0; round < ROUNDS; round++) {
                play(window, theme, texts);
            }
            layOut(window);
        } catch (RuntimeException notNeeded) {
            LOG.warn("The window could not be prepared; its first pictures will take longer", notNeeded);
        }
    }

    private static void play(ShellView window, Theme theme, Texts texts) {
        StandIn station = new StandIn(Catalogue.shipped());
        List<StationTab> tabs = PlugwrightWindow.tabs(List.of());
        ShellViewModel model = new ShellViewModel(
                station,
                FxDoor.still(),
                texts,
                Catalogue.shipped(),
                lateAndLater(),
                tabs.getFirst().id());
        ShellView view =
                new ShellView(model, theme, new Actions.Dialogs(theme, texts), tabs, List.of(), () -> {});
        // The buttons of a menu bar are made when there is a stage: here they are by themselves.
        VBox page = new VBox(new MenuButton("", null, new MenuItem("")), view);
        window.tryOut(page, () -> {
            model.selection().set(new Selection(Optional.of(StandIn.ID), tabs.getFirst().id()));
            layOut(window);
            station.linkIs(new LinkView.LoggedIn(Instant.EPOCH));
            for (int look = 0; look < LOOKS; look++) {
                for (StationTab tab : tabs) {
                    model.showTab(tab.id());
                    layOut(window);
                }
            }
        });
        model.close();
    }

    private static InstantSource lateAndLater() {
        AtomicLong seconds = new AtomicLong();
        return () -> Instant.ofEpochSecond(seconds.addAndGet(SECONDS_BETWEEN_LOOKS));
    }

    private static void layOut(Parent view) {
        view.applyCss();
        view.layout();
    }
}
