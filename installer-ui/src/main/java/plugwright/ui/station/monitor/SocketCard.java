package plugwright.ui.station.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.ui.form.Card;
import plugwright.ui.form.FrontPanelView;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Wrapping;
import plugwright.ui.text.Texts;

/** One socket: what flows, what the vehicle is told and why, and the last minutes as a chart. */
final class SocketCard extends HBox {
    private static final javafx.css.PseudoClass STALE = javafx.css.PseudoClass.getPseudoClass("stale");

    private final int index;
    private final Texts texts;
    private final MonitorTexts words;
    private final Card card;
    private final Label summary = new Label();
    private final List<Label> phases = new ArrayList<>();
    private final Label told;
    private final WhyBox why = new WhyBox();
    private final FrontPanelView panel;
    private final CurrentChart chart;

    /** @param index 0 or 1 */
    SocketCard(int index, Texts texts) {
        this.index = index;
        this.texts = texts;
        this.words = new MonitorTexts(texts);
        getStyleClass().addAll("card", "socket-card");
        setId("socket-" + (index + 1));
        summary.getStyleClass().addAll("small", "muted");
        Wrapping.apply(summary);
        HBox values = new HBox();
        values.getStyleClass().add("live-values");
        for (Phase phase : Phase.values()) {
            Label value = liveValue("socket-" + (index + 1) + "-" + phase.name());
            value.getStyleClass().add("on-" + phase.name());
            phases.add(value);
            values.getChildren().add(named(phase.name(), phase.name(), value));
        }
        told = liveValue("socket-" + (index + 1) + "-told");
        values.getChildren().add(named(texts.get("monitor.told"), "told", told));
        why.setId("socket-" + (index + 1) + "-why");
        panel = new FrontPanelView("socket-" + (index + 1), FrontPanelView.Size.SMALL, texts);
        panel.setAccessibleText(texts.get("monitor.panel", index + 1));
        card = new Card(texts.get("monitor.socket", index + 1), "", summary, values, why, panel);
        card.getStyleClass().setAll("socket-facts");
        chart = new CurrentChart(new CurrentChart.Words(
                span -> texts.get("monitor.chart.begin", span.toMinutes()),
                words::event,
                ampere -> texts.get("monitor.chart.told", words.limit(Ampere.ofNearest(ampere))),
                ampere -> texts.formats().whole(ampere.longValue())));
        chart.setAccessibleText(texts.get("monitor.chart", index + 1));
        HBox.setHgrow(chart, Priority.ALWAYS);
        getChildren().addAll(card, chart);
    }

    private static Label liveValue(String id) {
        Label value = new Label(MonitorTexts.NOTHING);
        value.setId(id);
        value.getStyleClass().addAll("live-value", "data");
        return value;
    }

    /** The name with a piece of its line in the chart, so that no legend is needed. */
    private static VBox named(String name, String line, Label value) {
        Region key = new Region();
        key.getStyleClass().addAll("line-key", "line-key-" + line.toLowerCase(Locale.ROOT));
        Label label = new Label(name, key);
        label.getStyleClass().addAll("small", "muted", "data");
        label.setLabelFor(value);
        VBox box = new VBox(label, value);
        box.getStyleClass().add("named-value");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    void show(MonitorState state, double topAmpere) {
        boolean gone = state.liveness() instanceof MonitorState.Liveness.Gone;
        pseudoClassStateChanged(STALE, gone);
        state.latest().flatMap(s -> s.socket(index)).ifPresentOrElse(socket -> values(socket, gone), this::loading);
        chart.show(new CurrentChart.Picture(
                state.samples(), index, ChartEvents.of(state.samples(), index), topAmpere));
    }

    private void loading() {
        card.pill().show(texts.get("monitor.loading"), Pill.Tone.NEUTRAL);
        summary.setText(texts.get("monitor.loading.text"));
        why.say("", "");
        panel(Optional.empty());
    }

    private void panel(Optional<SocketSample.Panel> now) {
        panel.setVisible(now.isPresent());
        panel.setManaged(now.isPresent());
        now.ifPresent(p -> panel.show(p.led(), p.display()));
    }

    /** Nothing moves while nobody looks. */
    void still() {
        panel.still();
    }

    private void values(SocketSample socket, boolean gone) {
        Activity activity = socket.activity();
        card.pill().show(texts.get(activity.textKey()), gone ? Pill.Tone.NEUTRAL : activity.tone());
        summary.setText(words.summary(socket));
        for (Phase phase : Phase.values()) {
            phases.get(phase.index())
                    .setText(socket.measured().map(m -> words.measured(m.on(phase))).orElse(MonitorTexts.NOTHING));
        }
        panel(socket.panel().filter(p -> !gone));
        told.setText(socket.told().map(words::limit).orElse(MonitorTexts.NOTHING));
        if (activity == Activity.FREE) {
            why.say("", texts.get("monitor.free"));
        } else {
            why.say(words.why(socket), words.because(socket));
        }
    }
}
