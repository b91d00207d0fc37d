package plugwright.ui.bench;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.sim.VehicleView;
import plugwright.ui.form.FrontPanelView;
import plugwright.ui.form.Wrapping;
import plugwright.ui.text.Texts;

/** One socket on the bench: LED and display as the driver sees them, and the vehicle, or what to plug in. */
final class SocketPlace extends VBox {
    private final Texts texts;
    private final String id;
    private final FrontPanelView panel;
    private final Label why = new Label();
    private final Label vehicle = new Label();
    private final Label draw = new Label();
    private final VBox plugged;
    private final VBox free;

    /** What can be done here. */
    record Hands(Consumer<VehicleChoice> plugIn, Runnable unplug) {}

    SocketPlace(String id, int number, Texts texts, Hands hands) {
        this.id = id;
        this.texts = texts;
        getStyleClass().add("bench-socket");
        setId(id);
        Label title = new Label(texts.get("bench.socket", number));
        title.getStyleClass().add("medium");
        panel = new FrontPanelView(id, FrontPanelView.Size.LARGE, texts);
        why.getStyleClass().add("bench-why");
        why.setId(id + "-why");
        Wrapping.apply(why);
        vehicle.getStyleClass().addAll("small", "muted");
        Wrapping.apply(vehicle);
        draw.getStyleClass().addAll("bench-draw", "data");
        draw.setId(id + "-draw");
        Button unplug = new Button(texts.get("bench.unplug"));
        unplug.setId(id + "-unplug");
        unplug.setOnAction(event -> hands.unplug.run());
        plugged = new VBox(vehicle, draw, why, unplug);
        plugged.getStyleClass().add("bench-vehicle");
        free = chooser(hands.plugIn);
        getChildren().addAll(title, panel, plugged, free);
    }

    private VBox chooser(Consumer<VehicleChoice> plugIn) {
        ComboBox<Integer> phases = choice("phases", List.of(1, 2, 3), 3, n -> texts.get("bench.value.phases", n));
        ComboBox<Integer> maximum =
                choice("maximum", List.of(10, 13, 16, 20, 25, 32), 16, n -> texts.get("bench.value.maximum", n));
        ComboBox<Integer> minimum = choice("minimum", List.of(6, 14), 6, n -> texts.get("bench.value.minimum", n));
        ComboBox<VehicleChoice.Battery> battery = choice(
                "battery",
                List.of(VehicleChoice.Battery.values()),
                VehicleChoice.Battery.NEVER_FULL,
                b -> texts.get("bench.battery." + name(b)));
        ComboBox<VehicleChoice.Habit> habit = choice(
                "habit",
                List.of(VehicleChoice.Habit.values()),
                VehicleChoice.Habit.USUAL,
                h -> texts.get("bench.habit." + name(h)));
        Button plug = new Button(texts.get("bench.plug-in"));
        plug.setId(id + "-plug-in");
        plug.getStyleClass().add("accent");
        plug.setOnAction(event -> {
            int least = minimum.getValue();
            plugIn.accept(new VehicleChoice(
                    phases.getValue(),
                    Math.max(maximum.getValue(), least),
                    least,
                    battery.getValue(),
                    habit.getValue()));
        });
        Label intro = new Label(texts.get("bench.choose"));
        intro.getStyleClass().addAll("small", "muted");
        HBox first = new HBox(phases, maximum);
        HBox second = new HBox(minimum, battery);
        for (HBox row : List.of(first, second)) {
            row.getStyleClass().add("bench-choices");
            row.getChildren().forEach(c -> HBox.setHgrow(c, Priority.ALWAYS));
        }
        VBox box = new VBox(intro, first, second, habit, plug);
        box.getStyleClass().add("bench-vehicle");
        return box;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> ComboBox<T> choice(String what, List<T> values, T usual, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id + "-" + what);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(texts.get("bench.choose." + what));
        box.setTooltip(new Tooltip(texts.get("bench.choose." + what)));
        box.getItems().setAll(values);
        box.getSelectionModel().select(usual);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return usual;
            }
        });
        return box;
    }

    void show(SocketSnapshot socket, Optional<VehicleView> there) {
        panel.show(socket.panel().led(), socket.panel().text(Locale.ENGLISH));
        shown(plugged, there.isPresent());
        shown(free, there.isEmpty());
        there.ifPresent(v -> {
            vehicle.setText(sentence(v));
            draw.setText(texts.get("bench.draws", texts.formats().ampere(v.draw().value())));
            why.setText(texts.limitAndReason(
                    socket.offer().told(), socket.offer().reason(), ZoneId.systemDefault()));
        });
    }

    private String sentence(VehicleView view) {
        String kind = texts.get(
                "bench.vehicle",
                view.spec().phases(),
                texts.formats().decimal(view.spec().maximum().value(), 0, 1),
                texts.formats().decimal(view.spec().minimum().value(), 0, 1));
        return view.spec().battery().isEmpty()
                ? kind
                : texts.get("bench.vehicle.battery", kind, texts.formats().percent(view.charged()));
    }

    /** Nothing moves while nobody looks. */
    void still() {
        panel.still();
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
