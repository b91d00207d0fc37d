package plugwright.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.settings.KeyInstallation;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.form.Wrapping;
import plugwright.ui.fx.Job;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

/** Device → Install feature(s): takes a typed or pasted licence key; works with no internet (guide §2.2.1). */
final class InstallFeatures {

    /** A key of our runtime has 29 groups, six to a line. */
    private static final int LINES = 5;

    private final StationModel station;
    private final Texts texts;
    private Optional<Job<?>> running = Optional.empty();

    InstallFeatures(StationModel station) {
        this.station = station;
        this.texts = station.texts();
    }

    Dialog<Boolean> dialog() {
        Dialog<Boolean> dialog = new Dialog<>();
        dialog.setTitle(texts.get("install.title"));
        dialog.setHeaderText(texts.get("install.title"));
        TextArea field = new TextArea();
        field.setId("install-key");
        field.setWrapText(true);
        field.setPrefRowCount(LINES);
        Label label = new Label(texts.get("install.key", station.id()));
        label.setLabelFor(field);
        field.setAccessibleText(texts.get("install.key", station.id()));
        Label help = new Label(texts.get("install.help"));
        help.getStyleClass().addAll("small", "muted");
        Wrapping.apply(help);
        Note note = new Note(Pill.Tone.BAD);
        note.setId("install-note");
        Waiting waiting = new Waiting(texts.get("install.working"));
        VBox entry = new VBox(label, field, help, note);
        entry.getStyleClass().add("dialog-entry");
        VBox content = new VBox(entry, waiting);
        content.getStyleClass().add("dialog-entry");
        ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonType ok = new ButtonType(texts.get("dialog.ok"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(ok, cancel);
        Node button = dialog.getDialogPane().lookupButton(ok);
        button.setId("install-ok");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            waiting.show(true, dialog, List.of(entry, button));
            running = Optional.of(station.installKey(field.getText(), outcome -> {
                waiting.show(false, dialog, List.of(entry, button));
                switch (outcome) {
                    case Outcome.Ok<KeyInstallation.Unlocked> ignored -> close(dialog);
                    case Outcome.Failed<KeyInstallation.Unlocked> failed when !dialog.isShowing() -> {}
                    case Outcome.Failed<KeyInstallation.Unlocked>(var problem) -> {
                        note.say(texts.get(leadKey(problem)), texts.problem(problem));
                        Waiting.fit(dialog);
                        field.requestFocus();
                    }
                }
            }));
        });
        dialog.getDialogPane()
                .lookupButton(cancel)
                .addEventFilter(ActionEvent.ACTION, event -> running.ifPresent(Job::cancel));
        // A station that reboots has taken the key: what there is to see now is in the window.
        Subscription reboots = station.link().subscribe(link -> {
            if (link instanceof LinkView.Rebooting) {
                close(dialog);
            }
        });
        dialog.setOnHidden(event -> reboots.unsubscribe());
        dialog.setOnShown(event -> field.requestFocus());
        dialog.setResultConverter(pressed -> pressed == ok);
        return dialog;
    }

    /** What is known of the key comes first; why, and what to do, follows. */
    private static String leadKey(Problem problem) {
        return switch (KeyInstallation.standing(problem)) {
            case REFUSED -> "install.refused";
            case NOT_SENT -> "install.not-sent";
            case UNKNOWN -> "install.unknown";
        };
    }

    private static void close(Dialog<Boolean> dialog) {
        if (dialog.isShowing()) {
            dialog.setResult(true);
            dialog.close();
        }
    }
}
