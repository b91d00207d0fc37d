package plugwright.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plugwright.catalog.Catalogue;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.shell.Selection;

class WarmUpTest {

    @TempDir
    private Path directory;

    private final MadeUpSite site = MadeUpSite.full();
    private final SameThread thread = new SameThread();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private PlugwrightWindow window() {
        return new PlugwrightWindow(
                new Services(
                        site,
                        Catalogue.shipped(),
                        InstantSource.system(),
                        directory.resolve("window.properties"),
                        Locale.ENGLISH,
                        List.of(),
                        Optional.empty()),
                thread.itsDoor());
    }

    /** On the test's own thread, as the program does it. */
    @Test
    void leavesNothingBehindWhenAWindowIsPreparedOffTheFxThread() {
        PlugwrightWindow fresh = window();
        List<String> before = texts(fresh.root());
        int repeating = thread.repeating();
        PlugwrightWindow prepared = fresh.prepared();
        assertThat(texts(prepared.root())).containsAll(before).doesNotContain(StandIn.ID.serial());
        assertThat(prepared.model().current().get()).isEmpty();
        assertThat(prepared.model().selection().get()).isEqualTo(new Selection(Optional.empty(), "general"));
        assertThat(thread.repeating()).isEqualTo(repeating);
    }

    @Test
    void showsTheTabThatIsSelectedByCodeToo() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            PlugwrightWindow window = window();
            window.model().selection().set(new Selection(Optional.of(MadeUpSite.FIRST), "general"));
            site.station(MadeUpSite.FIRST).logIn(MadeUpStation.PASSWORD);
            window.root().applyCss();
            TabPane tabs = (TabPane) window.root().lookup("#station-tabs");
            for (String tab : List.of("power", "log", "general")) {
                window.model().showTab(tab);
                assertThat(tabs.getSelectionModel().getSelectedItem().getId()).isEqualTo("tab-" + tab);
                assertThat(tabs.getSelectionModel().getSelectedItem().getContent()).isNotNull();
            }
            return true;
        });
    }

    private static List<String> texts(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(n -> texts(n).stream())
                .toList();
    }

    private static List<String> texts(Node node) {
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            return List.of(labeled.getText());
        }
        return node instanceof Parent parent ? texts(parent) : List.of();
    }
}
