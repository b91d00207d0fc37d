package plugwright.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import plugwright.ui.station.LastDone;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

/** What was last done and whether it was read back; how many tasks run. */
final class StatusLine extends HBox {

    private final ShellViewModel shell;
    private final Texts texts;
    private final Label said = new Label();
    private final ToggleButton tasks = new ToggleButton();
    private Subscription bound = Subscription.EMPTY;

    StatusLine(ShellViewModel shell) {
        this.shell = shell;
        texts = shell.texts();
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        said.setId("status");
        said.getStyleClass().add("status-said");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tasks.setId("status-tasks");
        tasks.getStyleClass().add("status-tasks");
        shell.tasks().count().subscribe(n -> tasks.setText(texts.get("tasks.count", n.intValue())));
        getChildren().addAll(said, gap, tasks);
        shell.current().addListener((property, old, now) -> bind(now));
        shell.row().addListener((property, old, now) -> noStation());
        bind(shell.current().get());
    }

    /** Shows and hides the tasks. */
    ToggleButton tasks() {
        return tasks;
    }

    private void bind(Optional<StationModel> station) {
        bound.unsubscribe();
        bound = station.map(s -> Subscription.combine(
                        s.lastDone().subscribe((Consumer<LastDone>) done -> said.setText(sentence(s))),
                        s.unsaved().subscribe((Consumer<Number>) n -> said.setText(sentence(s)))))
                .orElse(Subscription.EMPTY);
        noStation();
    }

    /** Of a station that is chosen but cannot be used, the page says all there is to say. */
    private void noStation() {
        if (shell.current().get().isEmpty()) {
            said.setText(shell.row().get().isPresent() ? "" : texts.get("status.choose"));
        }
    }

    private String sentence(StationModel station) {
        int unsaved = station.unsaved().get();
        return switch (station.lastDone().get()) {
            case LastDone.Saving(int settings) -> texts.get("status.saving", settings);
            case LastDone.Failed(var problem) -> texts.problem(problem);
            case LastDone.Saved saved when saved.refused() + saved.adjusted() > 0 -> texts.get(
                    "status.saved-partly", time(saved.at()), saved.written(), saved.adjusted(), saved.refused());
            case LastDone.SaveCancelled(var at, int done, int kept, int needReboot) ->
                texts.get("status.cancelled", time(at), done, kept);
            case LastDone done when unsaved > 0 -> texts.get("status.unsaved", unsaved);
            case LastDone.Saved saved -> texts.get("status.saved", time(saved.at()));
            case LastDone.Undone undone when undone.refused() + undone.adjusted() > 0 -> texts.get(
                    "status.saved-partly", time(undone.at()), undone.written(), undone.adjusted(), undone.refused());
            case LastDone.Undone undone -> texts.get("status.undone", time(undone.at()));
            case LastDone.Rebooting(var at) -> texts.get("status.rebooting", time(at));
            case LastDone.Rebooted(var at) -> texts.get("status.rebooted", time(at));
            case LastDone.KeyInstalled(var at) -> texts.get("status.key", time(at));
            case LastDone.NothingToSave ignored -> texts.get("status.nothing");
            case LastDone.Nothing ignored -> "";
        };
    }

    private String time(java.time.Instant at) {
        return texts.formats().timeOfDay(at);
    }
}
