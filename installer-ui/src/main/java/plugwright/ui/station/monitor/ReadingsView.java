package plugwright.ui.station.monitor;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plugwright.model.Phase;
import plugwright.ui.form.Card;
import plugwright.ui.form.Wrapping;
import plugwright.ui.text.Texts;

/** A page of plain readings: a card a socket, a line a value. */
final class ReadingsView extends ScrollPane {
    /**
     * A line.
     *
     * @param name in the user's language
     * @param value of a socket
     */
    record Reading(String name, Function<SocketSample, String> value) {}

    private final Texts texts;
    private final List<Reading> readings;
    private final VBox cards = new VBox();

    ReadingsView(Texts texts, List<Reading> readings) {
        this.texts = texts;
        this.readings = readings;
        cards.getStyleClass().add("monitor-cards");
        getStyleClass().add("page-scroll");
        setFitToWidth(true);
        setFocusTraversable(false);
        setContent(cards);
    }

    void show(MonitorState state) {
        state.latest().ifPresent(sample -> {
            cards.getChildren().clear();
            for (int i = 0; i < sample.sockets().size(); i++) {
                SocketSample socket = sample.sockets().get(i);
                VBox lines = new VBox();
                lines.getStyleClass().add("facts");
                readings.forEach(r -> lines.getChildren().add(line(r.name, r.value.apply(socket))));
                Card card = new Card(texts.get("monitor.socket", i + 1), "", lines);
                card.pill().show(texts.get(socket.activity().textKey()), socket.activity().tone());
                cards.getChildren().add(card);
            }
        });
    }

    private static HBox line(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().addAll("field-label", "reading-name", "muted");
        Wrapping.apply(label);
        Label data = new Label(value);
        data.getStyleClass().addAll("medium", "data");
        Wrapping.apply(data);
        HBox line = new HBox(label, data);
        line.getStyleClass().add("fact");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Volts of the three phases. */
    static List<Reading> voltages(Texts texts) {
        return List.of(Phase.values()).stream()
                .map(phase -> new Reading(
                        texts.get("monitor.voltage", phase.name()),
                        s -> s.volt().isEmpty()
                                ? MonitorTexts.NOTHING
                                : texts.get(
                                        "monitor.volt",
                                        texts.formats().decimal(s.volt().get(phase.index()), 1, 1))))
                .toList();
    }

    /** What the socket does. */
    static List<Reading> states(Texts texts) {
        MonitorTexts words = new MonitorTexts(texts);
        return List.of(
                new Reading(texts.get("monitor.state.socket"), s -> texts.get(s.activity().textKey())),
                new Reading(
                        texts.get("monitor.state.main"),
                        s -> s.mainState().map(m -> m.code() + " " + m.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .orElse(MonitorTexts.NOTHING)),
                new Reading(
                        texts.get("monitor.told.long"),
                        s -> s.told().map(t -> texts.get("monitor.ampere", words.limit(t))).orElse(MonitorTexts.NOTHING)),
                new Reading(texts.get("monitor.state.reason"), words::because));
    }

    /** What station and vehicle tell each other over the control pilot. */
    static List<Reading> communication(Texts texts) {
        MonitorTexts words = new MonitorTexts(texts);
        return List.of(
                new Reading(
                        texts.get("monitor.duty"),
                        s -> s.dutyPercent().isPresent()
                                ? texts.formats().decimal(s.dutyPercent().getAsDouble(), 1, 1)
                                : MonitorTexts.NOTHING),
                new Reading(
                        texts.get("monitor.told.long"),
                        s -> s.told().map(t -> texts.get("monitor.ampere", words.limit(t))).orElse(MonitorTexts.NOTHING)),
                new Reading(
                        texts.get("monitor.mode3.state"),
                        s -> s.mode3().map(m -> texts.get("monitor.mode3", m.name(), words.mode3(m))).orElse(MonitorTexts.NOTHING)));
    }
}
