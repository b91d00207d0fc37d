package plugwright.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Look;
import plugwright.ui.theme.Theme;
import plugwright.ui.theme.UiSettings;

/** Every screen: both looks, a longer language, larger text; nothing warned of, all keyed, all labelled. */
class ScreensTest {

    private static final int LARGE = 150;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @ParameterizedTest
    @EnumSource(Screens.class)
    void isShownInBothLooksWithoutAWarning(Screens screen) {
        for (Look look : new Look[] {Look.LIGHT, Look.DARK}) {
            Scene scene = show(screen, Locale.ENGLISH, new UiSettings(look, 100, ""));
            WaitForAsyncUtils.waitForAsyncFx(
                    20_000, () -> Pictures.take(scene, screen.fileName() + "-" + look.name().toLowerCase(Locale.ROOT)));
            hide(scene);
        }
        assertNoWarnings();
    }

    @ParameterizedTest
    @EnumSource(Screens.class)
    void everyTextIsKeyedAndNoneIsCutInALongerLanguage(Screens screen) {
        Scene scene = show(screen, Texts.PSEUDO, new UiSettings(Look.LIGHT, 100, ""));
        List<String> plain = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        walkAll(scene, node -> {
            if (node instanceof Labeled labeled && isSeen(node) && labeled.getText() != null) {
                if (hasWords(labeled.getText()) && !labeled.getText().contains("[") && !isData(node)) {
                    plain.add(labeled.getText());
                }
                if (labeled instanceof Label && isCut(labeled) && !isData(node)) {
                    cut.add(labeled.getText());
                }
            }
        });
        hide(scene);
        assertThat(plain).as("texts that are not keyed").isEmpty();
        assertThat(cut).as("texts that are cut").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Screens.class)
    void everyControlHasANameWithLargeText(Screens screen) {
        Scene scene = show(screen, Locale.ENGLISH, new UiSettings(Look.LIGHT, LARGE, ""));
        List<String> nameless = new ArrayList<>();
        walkAll(scene, node -> {
            if (needsName(node) && nameOf((Control) node).isBlank()) {
                nameless.add(node.toString());
            }
        });
        hide(scene);
        assertThat(nameless).as("controls that a screen reader cannot name").isEmpty();
        assertNoWarnings();
    }

    @ParameterizedTest
    @EnumSource(Screens.class)
    void everythingIsInReachInALongerLanguageWithLargeText(Screens screen) {
        Scene scene = show(screen, Texts.PSEUDO, new UiSettings(Look.LIGHT, LARGE, ""));
        List<String> outOfReach = new ArrayList<>();
        walkAll(scene, node -> {
            if (!isSeen(node)) {
                return;
            }
            if (node.getStyleClass().contains("control-buttons-tab")) {
                outOfReach.add("tabs that are in a menu");
            }
            if (node instanceof ListCell<?> cell && inMenuOfSections(cell) && isCut(cell)) {
                outOfReach.add("section " + cell.getText());
            }
            if (node instanceof ScrollPane scroll && scroll.getStyleClass().contains("page-scroll")) {
                outOfReach.addAll(hiddenBy(scroll));
            }
        });
        for (Scene dialog : dialogsOver(scene)) {
            if (dialog.getWidth() > Pictures.WIDTH || dialog.getHeight() > Pictures.HEIGHT) {
                outOfReach.add("a dialog that is larger than the screen");
            }
            if (!becomesHighEnough((Region) ((DialogPane) dialog.getRoot()).getContent())) {
                outOfReach.add("the lower end of a dialog");
            }
        }
        Node facts = scene.lookup("#header-facts");
        Node save = scene.lookup("#header-save");
        Node unsaved = scene.lookup("#header-unsaved");
        for (Node right : isSeen(facts) ? List.of(save, unsaved) : List.<Node>of()) {
            if (right.isVisible() && place(facts).intersects(place(right))) {
                outOfReach.add("facts of the header, under " + right.getId());
            }
        }
        hide(scene);
        assertThat(outOfReach).isEmpty();
    }

    @Test
    void statusDoesNotSayThatNoStationIsChosenWhenTheChosenOneCannotBeUsed() {
        Scene scene = show(Screens.UNUSABLE, Locale.ENGLISH, new UiSettings(Look.LIGHT, 100, ""));
        String said = ((Label) scene.lookup("#status")).getText();
        hide(scene);
        assertThat(said).isEmpty();
    }

    @Test
    void totalsOfTheStationAreGreyWhenItDoesNotAnswer() {
        Scene scene = show(Screens.MONITOR_GONE, Locale.ENGLISH, new UiSettings(Look.LIGHT, 100, ""));
        Paint total = ((Label) scene.lookup("#station-L1")).getTextFill();
        Paint ofSocket = ((Label) scene.lookup("#socket-1-L1")).getTextFill();
        hide(scene);
        assertThat(total).isEqualTo(ofSocket);
    }

    private static boolean becomesHighEnough(Region content) {
        try {
            WaitForAsyncUtils.waitFor(
                    5, TimeUnit.SECONDS, () -> content.getHeight() >= content.prefHeight(content.getWidth()) - 1);
            return true;
        } catch (TimeoutException tooLow) {
            return false;
        }
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean inMenuOfSections(ListCell<?> cell) {
        return cell.getListView() != null && cell.getListView().getStyleClass().contains("section-menu");
    }

    /** What is below the lower edge without a bar to get there, or beyond the right one. */
    private static List<String> hiddenBy(ScrollPane scroll) {
        List<String> hidden = new ArrayList<>();
        boolean[] bars = new boolean[2];
        scroll.getChildrenUnmodifiable().forEach(child -> {
            if (child instanceof ScrollBar bar && bar.isVisible()) {
                bars[bar.getOrientation() == Orientation.VERTICAL ? 0 : 1] = true;
            }
        });
        double height = scroll.getContent().getLayoutBounds().getHeight();
        if (height > scroll.getViewportBounds().getHeight() + 1 && !bars[0]) {
            hidden.add("the lower end of a page");
        }
        if (bars[1]) {
            hidden.add("the right edge of a page");
        }
        return hidden;
    }

    private void assertNoWarnings() {
        assertThat(log.list.stream()
                        .filter(e -> e.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ILoggingEvent::getFormattedMessage))
                .isEmpty();
    }

    private static Scene show(Screens screen, Locale language, UiSettings settings) {
        Scene shown = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Theme theme = new Theme(settings);
            Scene scene = new Scene(screen.build(Texts.in(language), theme), Pictures.WIDTH, Pictures.HEIGHT);
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return scene;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> screen.play(shown));
        WaitForAsyncUtils.waitForFxEvents();
        return shown;
    }

    private static void hide(Scene scene) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(20), () -> Pictures.hide(scene));
    }

    /** With the dialogs over it. */
    private static void walkAll(Scene scene, java.util.function.Consumer<Node> visit) {
        walk(scene.getRoot(), visit);
        dialogsOver(scene).forEach(dialog -> walk(dialog.getRoot(), visit));
    }

    private static List<Scene> dialogsOver(Scene scene) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Pictures.dialogsOver(scene));
    }

    private static void walk(Node node, java.util.function.Consumer<Node> visit) {
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }

    private static boolean isSeen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWords(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** Serial numbers, addresses, versions: not texts of ours; too long ones end in an ellipsis. */
    private static boolean isData(Node node) {
        return node.getStyleClass().contains("data");
    }

    private static boolean isCut(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text shown
                && shown.getText().endsWith("...")
                && !labeled.getText().endsWith("...");
    }

    private static boolean needsName(Node node) {
        return isSeen(node)
                && (node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase
                        || node instanceof ProgressBar);
    }

    private static String nameOf(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        return control instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
