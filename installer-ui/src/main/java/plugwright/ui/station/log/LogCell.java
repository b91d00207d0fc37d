package plugwright.ui.station.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plugwright.model.ProblemCode;
import plugwright.ui.text.Texts;

/** A row: time, level as a word in its colour, where it comes from, what it says with the searched text marked. */
final class LogCell extends ListCell<LogRow> {
    /** More marks in one line than can be told apart are not drawn. */
    private static final int MOST_MARKS = 8;

    private final Texts texts;
    private final ObservableValue<String> search;
    private final Label at = label("log-at", "small", "muted", "data");
    private final Label level = label("log-level", "data");
    private final Label source = label("log-source", "small", "muted", "data");
    private final HBox text = new HBox();
    private final HBox row = new HBox(at, level, source, text);

    LogCell(Texts texts, ObservableValue<String> search) {
        this.texts = texts;
        this.search = search;
        row.getStyleClass().add("log-row");
        row.setAlignment(Pos.CENTER_LEFT);
        text.setAlignment(Pos.CENTER_LEFT);
        // as wide as the list: long lines end there instead of scrolling sideways
        setPrefWidth(0);
        search.addListener((property, old, now) -> updateItem(getItem(), isEmpty()));
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        return label;
    }

    @Override
    protected void updateItem(@Nullable LogRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (item) {
            case LogRow.Line line ->
                show(texts.formats().dateAndTime(line.at()), line.level(), line.source(), line.text());
            case LogRow.Unknown unknown ->
                show("", ProblemCode.LOG_LINE_UNKNOWN.code(), "", unknown.raw());
            case LogRow.Missing missing -> say(texts.get("log.missing", missing.lines()));
            case LogRow.Restarted ignored -> say(texts.get("log.restarted"));
        }
        setGraphic(row);
    }

    private void show(String time, String word, String from, String said) {
        at.setText(time);
        level.setText(word);
        level.getStyleClass().removeIf(c -> c.startsWith("log-level-"));
        level.getStyleClass().add("log-level-" + word.toLowerCase(Locale.ROOT));
        source.setText(from);
        text.getChildren().setAll(marked(said));
        setAccessibleText(time + " " + word + " " + said);
    }

    private void say(String ours) {
        show("", "", "", "");
        Label label = new Label(ours);
        label.getStyleClass().add("muted");
        text.getChildren().setAll(label);
        setAccessibleText(ours);
    }

    private List<Label> marked(String said) {
        List<Label> parts = new ArrayList<>();
        String wanted = search.getValue().toLowerCase(Locale.ROOT);
        String lower = said.toLowerCase(Locale.ROOT);
        int from = 0;
        // Where lower case has another length the places would not fit.
        boolean comparable = !wanted.isEmpty() && lower.length() == said.length();
        for (int i = 0; comparable && i < MOST_MARKS; i++) {
            int found = lower.indexOf(wanted, from);
            if (found < 0) {
                break;
            }
            parts.add(part(said.substring(from, found), "log-text"));
            Label mark = part(said.substring(found, found + wanted.length()), "log-mark");
            // What was searched for is seen whole; what is around it gives way in a narrow window.
            mark.setMinWidth(USE_PREF_SIZE);
            parts.add(mark);
            from = found + wanted.length();
        }
        parts.add(part(said.substring(from), "log-text"));
        return parts;
    }

    private static Label part(String text, String styleClass) {
        Label label = label(styleClass, "data");
        label.setText(text);
        return label;
    }
}
