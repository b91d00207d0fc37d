package plugwright.ui.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import plugwright.model.LedPattern;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.sim.VehicleView;
import plugwright.ui.form.Wrapping;
import plugwright.ui.text.Texts;

/** One socket on the bench: LED and display as the driver sees them, and the vehicle, or what to plug in. */
final class SocketPlace extends VBox {
    /** A gentle breath, and rare enough to cost no power of a laptop. */
    private static final Duration BREATH = Duration.millis(1_200);

    private static final double DIM = 0.35;

    private final Texts texts;
    private final String id;
    private final Region led = new Region();
    private final Label ledWord = new Label();
    private final Label display = new Label();
    private final Label vehicle = new Label();
    private final Label draw = new Label();
    private final VBox plugged;
    private final VBox free;
    private final FadeTransition breath = new FadeTransition(BREATH, led);
    private Optional<LedPattern> shown = Optional.empty();

    /** What can be done here. */
    record Hands(Consumer<BenchViewModel.Choice> plugIn, Runnable unplug) {}

    SocketPlace(String id, int number, Texts texts, Hands hands) {
        this.id = id;
        this.texts = texts;
        getStyleClass().add("bench-socket");
        setId(id);
        Label title = new Label(texts.get("bench.socket", number));
        title.getStyleClass().add("medium");
        display.getStyleClass().addAll("bench-display", "data");
        display.setMaxWidth(Double.MAX_VALUE);
        display.setId(id + "-display");
        Wrapping.apply(display);
        led.getStyleClass().add("bench-led");
        ledWord.getStyleClass().addAll("small", "muted");
        Wrapping.apply(ledWord);
        breath.setFromValue(1);
        breath.setToValue(DIM);
        breath.setAutoReverse(true);
        breath.setCycleCount(Animation.INDEFINITE);
        vehicle.getStyleClass().addAll("small", "muted");
        Wrapping.apply(vehicle);
        draw.getStyleClass().addAll("bench-draw", "data");
        draw.setId(id + "-draw");
        Button unplug = new Button(texts.get("bench.unplug"));
        unplug.setId(id + "-unplug");
        unplug.setOnAction(event -> hands.unplug.run());
        plugged = new VBox(vehicle, draw, unplug);
        plugged.getStyleClass().add("bench-vehicle");
        free = chooser(hands.plugIn);
        getChildren().addAll(title, display, led, ledWord, plugged, free);
    }

    private VBox chooser(Consumer<BenchViewModel.Choice> plugIn) {
        ComboBox<Integer> phases = choice("phases", List.of(1, 2, 3), 3);
        ComboBox<Integer> maximum = choice("maximum", List.of(10, 13, 16, 20, 25, 32), 16);
        ComboBox<Integer> minimum = choice("minimum", List.of(6, 14), 6);
        Button plug = new Button(texts.get("bench.plug-in"));
        plug.setId(id + "-plug-in");
        plug.getStyleClass().add("accent");
        plug.setOnAction(event -> {
            int least = minimum.getValue();
            plugIn.accept(new BenchViewModel.Choice(phases.getValue(), Math.max(maximum.getValue(), least), least));
        });
        FlowPane choices = new FlowPane(phases, maximum, minimum);
        choices.getStyleClass().add("bench-choices");
        VBox box = new VBox(choices, plug);
        box.getStyleClass().add("bench-vehicle");
        return box;
    }

    private ComboBox<Integer> choice(String what, List<Integer> values, int usual) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId(id + "-" + what);
        box.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(texts.get("bench.choose." + what));
        box.getItems().setAll(values);
        box.getSelectionModel().select(Integer.valueOf(usual));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer value) {
                return value == null ? "" : texts.get("bench.value." + what, value);
            }

            @Override
            public Integer fromString(String text) {
                return usual;
            }
        });
        return box;
    }

    void show(SocketSnapshot socket, Optional<VehicleView> there) {
        display.setText(socket.panel().text(Locale.ENGLISH));
        led(socket.panel().led());
        shown(plugged, there.isPresent());
        shown(free, there.isEmpty());
        there.ifPresent(v -> {
            vehicle.setText(texts.get(
                    "bench.vehicle",
                    v.spec().phases(),
                    texts.formats().decimal(v.spec().maximum().value(), 0, 1),
                    texts.formats().decimal(v.spec().minimum().value(), 0, 1)));
            draw.setText(texts.get("monitor.ampere", texts.formats().ampere(v.draw().value())));
        });
    }

    private void led(LedPattern pattern) {
        if (shown.filter(pattern::equals).isPresent()) {
            return;
        }
        shown = Optional.of(pattern);
        String name = pattern.name().toLowerCase(Locale.ROOT).replace('_', '-');
        led.getStyleClass().removeIf(c -> c.startsWith("led-"));
        led.getStyleClass().add("led-" + name);
        ledWord.setText(texts.get("bench.led." + name));
        switch (pattern) {
            case DARK_BLUE_FLASHING, LIGHT_BLUE_FLASHING, BLUE_FLASHING, RED_BLUE_BLINKING -> breath.play();
            case OFF, GREEN, LIGHT_BLUE, DARK_BLUE, RED -> still();
        }
    }

    /** Nothing moves while nobody looks. */
    void still() {
        breath.stop();
        led.setOpacity(1);
        shown = shown.filter(p -> breath.getStatus() == Animation.Status.RUNNING);
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
