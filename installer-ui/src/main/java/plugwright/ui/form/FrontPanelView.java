package plugwright.ui.form;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import plugwright.model.LedPattern;
import plugwright.ui.text.Texts;

/** What a driver sees at a socket: the display's words over the LED, and the LED's colour and meaning in words. */
public final class FrontPanelView extends VBox {

    /** A gentle breath, and rare enough to cost no power of a laptop. */
    private static final Duration BREATH = Duration.millis(1_200);

    private static final double DIM = 0.35;

    private final Texts texts;
    private final Label display = new Label();
    private final Region led = new Region();
    private final Label word = new Label();
    private final FadeTransition breath = new FadeTransition(BREATH, led);
    private Optional<LedPattern> shown = Optional.empty();

    /** How much room there is. */
    public enum Size {
        /** Words below the LED, as large as on a station. */
        LARGE,
        /** Words beside it. */
        SMALL
    }

    /** @param id of this place; the display's is {@code <id>-display} */
    public FrontPanelView(String id, Size size, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("front-panel", "front-panel-" + size.name().toLowerCase(Locale.ROOT));
        display.getStyleClass().addAll("front-display", "data");
        display.setMaxWidth(Double.MAX_VALUE);
        display.setId(id + "-display");
        Wrapping.apply(display);
        led.getStyleClass().add("front-led");
        word.getStyleClass().addAll("small", "muted");
        word.setId(id + "-led");
        Wrapping.apply(word);
        VBox face = new VBox(display, led);
        face.getStyleClass().add("front-face");
        switch (size) {
            case LARGE -> getChildren().addAll(face, word);
            case SMALL -> {
                HBox.setHgrow(face, Priority.ALWAYS);
                HBox beside = new HBox(face, word);
                beside.setAlignment(Pos.CENTER_LEFT);
                beside.getStyleClass().add("front-beside");
                getChildren().add(beside);
            }
        }
        breath.setFromValue(1);
        breath.setToValue(DIM);
        breath.setAutoReverse(true);
        breath.setCycleCount(Animation.INDEFINITE);
    }

    /** @param text on the display, as the station shows it */
    public void show(LedPattern pattern, String text) {
        // A number is not torn from its unit.
        display.setText(text.replace(" kW", "\u00a0kW"));
        if (shown.filter(pattern::equals).isPresent()) {
            return;
        }
        still();
        shown = Optional.of(pattern);
        String name = pattern.name().toLowerCase(Locale.ROOT).replace('_', '-');
        led.getStyleClass().removeIf(c -> c.startsWith("led-"));
        led.getStyleClass().add("led-" + name);
        word.setText(texts.get("panel.led." + name));
        if (pattern.isMoving()) {
            breath.play();
        }
    }

    /** Nothing moves while nobody looks; the next {@link #show} begins anew. */
    public void still() {
        breath.stop();
        led.setOpacity(1);
        shown = Optional.empty();
    }
}
