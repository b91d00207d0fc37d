package plugwright.ui.shell;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plugwright.ui.form.Wrapping;
import plugwright.ui.fx.Job;
import plugwright.ui.text.Texts;

/** Draws the tasks, above the status line. */
final class TaskCentreView extends VBox {

    private final Texts texts;
    private final TaskCentre tasks;
    private final VBox list = new VBox();

    TaskCentreView(TaskCentre tasks, Texts texts) {
        this.texts = texts;
        this.tasks = tasks;
        getStyleClass().add("task-centre");
        Label title = new Label(texts.get("tasks.title"));
        title.getStyleClass().add("card-title");
        list.getStyleClass().add("task-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // As high as what there is, up to the height of the stylesheet.
        scroll.prefViewportHeightProperty().bind(list.heightProperty());
        setMaxHeight(USE_PREF_SIZE);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        tasks.jobs().addListener((ListChangeListener<Job<?>>) change -> show());
        show();
    }

    private void show() {
        if (tasks.jobs().isEmpty()) {
            Label none = new Label(texts.get("tasks.none"));
            none.getStyleClass().add("muted");
            list.getChildren().setAll(none);
            return;
        }
        list.getChildren().setAll(tasks.jobs().stream().map(this::row).toList());
    }

    private HBox row(Job<?> job) {
        Label title = new Label(job.title());
        Label detail = new Label();
        detail.getStyleClass().addAll("small", "muted");
        Wrapping.apply(detail);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(job.title());
        bar.progressProperty().bind(job.fraction());
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox middle = new VBox(title, bar, detail);
        middle.getStyleClass().add("task-what");
        HBox.setHgrow(middle, Priority.ALWAYS);
        Button cancel = new Button(texts.get("tasks.cancel"));
        cancel.setId("task-cancel");
        cancel.setAccessibleText(texts.get("tasks.cancel.what", job.title()));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> job.cancel());
        Runnable refresh = () -> {
            Job.State state = job.state().get();
            bar.setVisible(!state.isOver());
            bar.setManaged(!state.isOver());
            cancel.setVisible(state == Job.State.RUNNING);
            cancel.setManaged(cancel.isVisible());
            String word = state == Job.State.RUNNING
                    ? ""
                    : texts.get("tasks.state." + state.name().toLowerCase(Locale.ROOT));
            String more = job.detail().get();
            detail.setText(word.isEmpty() || more.isEmpty() ? word + more : texts.get("tasks.ended", word, more));
        };
        job.state().addListener((property, old, now) -> refresh.run());
        job.detail().addListener((property, old, now) -> refresh.run());
        refresh.run();
        HBox row = new HBox(middle, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("task-row");
        return row;
    }
}
