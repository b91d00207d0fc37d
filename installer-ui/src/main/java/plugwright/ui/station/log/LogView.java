package plugwright.ui.station.log;

import java.util.OptionalInt;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.fx.WhileSeen;
import plugwright.ui.station.SaveAs;
import plugwright.ui.station.StationModel;
import plugwright.ui.station.StationTab;
import plugwright.ui.text.Texts;

/** Draws the log: what to see of it above, the rows below. */
final class LogView implements StationTab.View {
    private final StationModel station;
    private final LogViewModel model;
    private final Texts texts;
    private final SaveAs saveAs;
    private final ListView<LogRow> list = new ListView<>();
    private final ToggleButton follow = new ToggleButton();
    private final TextField search = new TextField();
    private final Label told = new Label();
    private final Label empty = new Label();
    private final Note problem = new Note(Pill.Tone.ATTENTION);
    private final VBox root = new VBox();

    LogView(StationModel station, LogViewModel model, SaveAs saveAs) {
        this.station = station;
        this.model = model;
        this.texts = station.texts();
        this.saveAs = saveAs;
        root.getStyleClass().add("log");
        list.setId("log-list");
        list.getStyleClass().add("log-list");
        list.setAccessibleText(texts.get("log.list"));
        list.setItems(model.shown());
        list.setCellFactory(view -> new LogCell(texts, model.search()));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        model.shown().addListener((ListChangeListener<LogRow>) change -> followNewest());
        list.heightProperty().addListener((property, old, now) -> followNewest());
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        model.standing().subscribe(now -> empty.setText(texts.get(
                switch (now) {
                    case READING -> "log.reading";
                    case EMPTY, SHOWN -> "log.empty";
                    case NOTHING_MATCHES -> "log.nothing-matches";
                })));
        model.problem().subscribe(why -> problem.say("", why.map(texts::problem).orElse("")));
        root.getChildren().addAll(controls(), problem, list);
    }

    private FlowPane controls() {
        follow.setText(texts.get("log.follow"));
        follow.setId("log-follow");
        follow.setSelected(true);
        follow.selectedProperty().addListener((property, old, now) -> followNewest());
        Button save = new Button(texts.get("log.save"));
        save.setId("log-save");
        save.setOnAction(event -> save());
        told.setId("log-told");
        told.getStyleClass().addAll("small", "muted");
        FlowPane controls = new FlowPane(levels(), filter(), searchField(), step("log-previous", -1), step("log-next", 1), follow, save, told);
        controls.getStyleClass().add("log-controls");
        return controls;
    }

    private ComboBox<LogFilter.Levels> levels() {
        ComboBox<LogFilter.Levels> levels = new ComboBox<>();
        levels.setId("log-levels");
        levels.setAccessibleText(texts.get("log.levels"));
        levels.getItems().setAll(LogFilter.Levels.values());
        levels.setConverter(new StringConverter<>() {
            @Override
            public String toString(LogFilter.@Nullable Levels level) {
                return level == null ? "" : texts.get(level.textKey());
            }

            @Override
            public LogFilter.Levels fromString(String text) {
                return LogFilter.Levels.ALL;
            }
        });
        levels.getSelectionModel().select(LogFilter.Levels.ALL);
        levels.setOnAction(event ->
                model.filter().set(new LogFilter(levels.getValue(), model.filter().get().text())));
        return levels;
    }

    private TextField filter() {
        TextField filter = new TextField();
        filter.setId("log-filter");
        filter.setPromptText(texts.get("log.filter"));
        filter.setAccessibleText(texts.get("log.filter"));
        filter.textProperty()
                .addListener((property, old, now) ->
                        model.filter().set(new LogFilter(model.filter().get().levels(), now.strip())));
        return filter;
    }

    private TextField searchField() {
        search.setId("log-search");
        search.setPromptText(texts.get("log.search"));
        search.setAccessibleText(texts.get("log.search"));
        model.search().bind(search.textProperty());
        search.setOnAction(event -> find(1));
        return search;
    }

    private Button step(String id, int step) {
        Button button = new Button(step < 0 ? "\u2191" : "\u2193");
        String name = texts.get(step < 0 ? "log.previous" : "log.next");
        button.setId(id);
        button.setAccessibleText(name);
        button.setTooltip(new javafx.scene.control.Tooltip(name));
        button.setOnAction(event -> find(step));
        return button;
    }

    private void find(int step) {
        OptionalInt found = model.find(list.getSelectionModel().getSelectedIndex(), step);
        found.ifPresent(index -> {
            follow.setSelected(false);
            list.getSelectionModel().select(index);
            list.scrollTo(index);
        });
        told.setText(found.isEmpty() && !search.getText().isEmpty() ? texts.get("log.not-found") : "");
    }

    private void followNewest() {
        if (follow.isSelected() && !list.getItems().isEmpty()) {
            station.door().later(this::toNewest);
        }
    }

    /** Twice: how high the last rows are is known only once they are laid out, and half of one would be in view. */
    private void toNewest() {
        list.scrollTo(list.getItems().size() - 1);
        list.layout();
        list.scrollTo(list.getItems().size() - 1);
    }

    private void save() {
        saveAs.save(
                station,
                root.getScene().getWindow(),
                new SaveAs.Text(station.id() + "-log.txt", model.text()),
                outcome -> told.setText(SaveAs.sentence(outcome, texts)));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<WhileSeen> repeated() {
        return Optional.of(model.whileSeen());
    }
}
