package plugwright.ui.station.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plugwright.catalog.Catalogue;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;

/** Saving the log, from the button to the file. */
class LogViewTest {

    private static final String FIRST = "0_2026-11-23T13:02:11.000Z:INFO:a.c:1:Socket #1: plugged in";
    private static final String SECOND = "128_2026-11-23T13:02:12.000Z:ERROR:b.c:2:40 \u00b0C inside";

    @TempDir
    private Path directory;

    private final MadeUpStation station = new MadeUpStation();
    private final List<String> proposed = new ArrayList<>();
    private Optional<Path> answer = Optional.empty();
    private Scene scene;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void showTwoLines() {
        station.logs(FIRST).logs(SECOND).logIn(MadeUpStation.PASSWORD);
        StationModel model = new StationModel(
                MadeUpSite.FIRST,
                station,
                SameThread.door(),
                Texts.in(Locale.ENGLISH),
                Catalogue.shipped(),
                InstantSource.fixed(MadeUpSite.NOW));
        SaveAs saveAs = new SaveAs((owner, name) -> {
            proposed.add(name);
            return answer;
        });
        scene = onFx(() -> {
            StationTab.View view = LogTab.tab(saveAs).open(model);
            view.attach();
            return new Scene((Pane) view.node());
        });
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, task);
    }

    /** What is said afterwards. */
    private String save() {
        return onFx(() -> {
            ((ButtonBase) scene.lookup("#log-save")).fire();
            return ((Label) scene.lookup("#log-told")).getText();
        });
    }

    @Test
    @Tag("MON-2")
    void savesWhatIsShownToTheFileThatIsNamed() throws IOException {
        Path file = directory.resolve("Monday.txt");
        answer = Optional.of(file);
        assertThat(save()).isEqualTo("saved as Monday.txt");
        assertThat(Files.readString(file)).isEqualTo(FIRST + "\n" + SECOND + "\n");
        assertThat(proposed).containsExactly("ACE0104711-log.txt");
    }

    @Test
    @Tag("MON-2")
    void leavesOutOfTheFileWhatTheFilterLeavesOut() throws IOException {
        Path file = directory.resolve("inside.txt");
        answer = Optional.of(file);
        onFx(() -> {
            ((TextField) scene.lookup("#log-filter")).setText("inside");
            return true;
        });
        save();
        assertThat(Files.readString(file)).isEqualTo(SECOND + "\n");
    }

    @Test
    void saysWhyWhenTheFileCannotBeWritten() {
        answer = Optional.of(directory.resolve("no such folder").resolve("log.txt"));
        assertThat(save()).contains("no such folder").contains("PW-");
    }

    @Test
    void writesNothingWhenNoFileIsNamed() {
        assertThat(save()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }
}
