package plugwright.ui.station.monitor;

import java.util.EnumMap;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plugwright.ui.form.Pill;
import plugwright.ui.fx.WhileSeen;
import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;
import plugwright.ui.station.monitor.MonitorState.Liveness;
import plugwright.ui.text.Texts;

/** Draws live monitoring: its pages, and the line that chooses among them. */
final class MonitorView implements StationTab.View {
    /** The pages, in their order. */
    private enum Page {
        CURRENTS,
        VOLTAGES,
        STATES,
        COMMUNICATION;

        private String textKey() {
            return "monitor.page." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final StationModel station;
    private final MonitorViewModel model;
    private final Texts texts;
    private final SaveAs saveAs;
    private final Button pause = new Button();
    private final Label exported = new Label();
    private final Pill liveness = new Pill("", Pill.Tone.NEUTRAL);
    private final CurrentsView currents;
    private final Map<Page, ReadingsView> readings = new EnumMap<>(Page.class);
    private final StackPane page = new StackPane();
    private final VBox root = new VBox();
    private Page shown = Page.CURRENTS;

    MonitorView(StationModel station, MonitorViewModel model, SaveAs saveAs) {
        this.station = station;
        this.model = model;
        this.texts = station.texts();
        this.saveAs = saveAs;
        pause.setId("monitor-pause");
        pause.setText(texts.get("monitor.pause"));
        pause.setOnAction(event -> model.pauseOrGoOn());
        Button export = new Button(texts.get("monitor.export"));
        export.setId("monitor-export");
        export.setOnAction(event -> export());
        exported.getStyleClass().addAll("small", "muted");
        currents = new CurrentsView(texts, exported, pause, export);
        readings.put(Page.VOLTAGES, new ReadingsView(texts, ReadingsView.voltages(texts)));
        readings.put(Page.STATES, new ReadingsView(texts, ReadingsView.states(texts)));
        readings.put(Page.COMMUNICATION, new ReadingsView(texts, ReadingsView.communication(texts)));
        VBox.setVgrow(page, Priority.ALWAYS);
        root.getStyleClass().add("monitor");
        root.getChildren().addAll(top(), page);
        show(Page.CURRENTS);
        model.state().addListener((property, old, now) -> show(now));
        show(model.state().get());
    }

    private FlowPane top() {
        FlowPane top = new FlowPane();
        top.getStyleClass().add("page-choice");
        ToggleGroup group = new ToggleGroup();
        for (Page each : Page.values()) {
            ToggleButton choice = new ToggleButton(texts.get(each.textKey()));
            choice.setId("monitor-" + each.name().toLowerCase(Locale.ROOT));
            choice.setToggleGroup(group);
            choice.setSelected(each == shown);
            choice.setOnAction(event -> {
                choice.setSelected(true);
                show(each);
            });
            top.getChildren().add(choice);
        }
        top.getChildren().add(liveness);
        return top;
    }

    private void show(Page wanted) {
        shown = wanted;
        Node node = Optional.<Node>ofNullable(readings.get(wanted)).orElse(currents);
        page.getChildren().setAll(node);
        if (wanted != Page.CURRENTS) {
            currents.still();
        }
        show(model.state().get());
    }

    private void show(MonitorState state) {
        switch (state.liveness()) {
            case Liveness.Loading ignored -> liveness.show("", Pill.Tone.NEUTRAL);
            case Liveness.Live ignored -> liveness.show("", Pill.Tone.NEUTRAL);
            case Liveness.Paused(var since) ->
                liveness.show(texts.get("monitor.paused", texts.formats().timeOfDay(since)), Pill.Tone.ACCENT);
            case Liveness.Gone(var last) ->
                liveness.show(texts.get("monitor.gone", texts.formats().timeOfDay(last)), Pill.Tone.ATTENTION);
        }
        pause.setText(texts.get(model.isPaused() ? "monitor.go-on" : "monitor.pause"));
        if (shown == Page.CURRENTS) {
            currents.show(state);
        } else {
            Optional.ofNullable(readings.get(shown)).ifPresent(r -> r.show(state));
        }
    }

    private void export() {
        saveAs.save(
                station,
                root.getScene().getWindow(),
                new SaveAs.Text(station.id() + "-currents.csv", model.csv()),
                outcome -> exported.setText(SaveAs.sentence(outcome, texts)));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<WhileSeen> repeated() {
        return Optional.of(model.whileSeen());
    }

    @Override
    public void detach() {
        StationTab.View.super.detach();
        currents.still();
    }
}
