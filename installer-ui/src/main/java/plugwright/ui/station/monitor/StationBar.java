package plugwright.ui.station.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.ui.text.Texts;

/** The station as a whole: each phase against the station maximum, and the power. */
final class StationBar extends HBox {
    /** Wider than any window: a second row only where the first is full. */
    private static final double ONE_ROW = 4_000;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Texts texts;
    private final MonitorTexts words;
    private final List<Load> loads = new ArrayList<>();
    private final Label power = value("station-power");

    private record Load(Phase phase, Label value, ProgressBar bar) {}

    /** @param actions buttons at the right */
    StationBar(Texts texts, Node... actions) {
        this.texts = texts;
        this.words = new MonitorTexts(texts);
        getStyleClass().addAll("card", "station-bar");
        setAlignment(Pos.CENTER_LEFT);
        FlowPane values = new FlowPane();
        values.getStyleClass().add("station-loads");
        values.setPrefWrapLength(ONE_ROW);
        for (Phase phase : Phase.values()) {
            ProgressBar bar = new ProgressBar(0);
            bar.getStyleClass().addAll("load", "load-" + phase.name().toLowerCase(Locale.ROOT));
            bar.setAccessibleText(texts.get("monitor.station.load", phase.name()));
            bar.setMaxWidth(Double.MAX_VALUE);
            Load load = new Load(phase, value("station-" + phase.name()), bar);
            loads.add(load);
            values.getChildren().add(new VBox(caption(texts.get("monitor.station.load", phase.name())), load.value, bar));
        }
        values.getChildren().add(new VBox(caption(texts.get("monitor.station.power")), power));
        values.getChildren().forEach(n -> n.getStyleClass().add("station-load"));
        HBox.setHgrow(values, Priority.ALWAYS);
        HBox buttons = new HBox(actions);
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(values, buttons);
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().addAll("small", "muted");
        return caption;
    }

    private static Label value(String id) {
        Label value = new Label(MonitorTexts.NOTHING);
        value.setId(id);
        value.getStyleClass().addAll("medium", "data", "station-value-now");
        return value;
    }

    void show(MonitorState state) {
        pseudoClassStateChanged(STALE, state.liveness() instanceof MonitorState.Liveness.Gone);
        state.latest().ifPresent(sample -> {
            for (Load load : loads) {
                Optional<Ampere> measured = sample.measured().map(m -> m.on(load.phase));
                load.value.setText(measured.map(now -> load(now, sample)).orElse(MonitorTexts.NOTHING));
                load.bar.setProgress(measured.map(now -> share(now, sample)).orElse(0.0));
            }
            OptionalDouble watt = sample.watt();
            power.setText(
                    watt.isPresent()
                            ? texts.get("monitor.kilowatt", words.kilowatt(watt.getAsDouble()))
                            : MonitorTexts.NOTHING);
        });
    }

    private String load(Ampere measured, StationSample sample) {
        return sample.stationMaximum()
                .map(most -> texts.get("monitor.station.of", words.measured(measured), words.limit(most)))
                .orElseGet(() -> texts.get("monitor.ampere", words.measured(measured)));
    }

    private static double share(Ampere measured, StationSample sample) {
        return sample.stationMaximum()
                .filter(most -> most.milliampere() > 0)
                .map(most -> Math.clamp(measured.value() / most.value(), 0, 1))
                .orElse(0.0);
    }
}
