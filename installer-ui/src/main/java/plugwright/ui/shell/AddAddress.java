package plugwright.ui.shell;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.nav.NavViewModel;
import plugwright.ui.text.Texts;

/** Asks for an address and looks for a station there. */
final class AddAddress {

    private final NavViewModel nav;
    private final Texts texts;

    AddAddress(NavViewModel nav, Texts texts) {
        this.nav = nav;
        this.texts = texts;
    }

    Dialog<Boolean> dialog() {
        Dialog<Boolean> dialog = new Dialog<>();
        dialog.setTitle(texts.get("add.title"));
        dialog.setHeaderText(texts.get("add.title"));
        TextField field = new TextField();
        field.setId("add-address");
        field.setPromptText(texts.get("add.example"));
        Label label = new Label(texts.get("add.address"));
        label.setLabelFor(field);
        field.setAccessibleText(texts.get("add.address"));
        Note note = new Note(Pill.Tone.ATTENTION);
        Waiting waiting = new Waiting(texts.get("add.looking"));
        VBox entry = new VBox(label, field, note);
        entry.getStyleClass().add("dialog-entry");
        VBox content = new VBox(entry, waiting);
        content.getStyleClass().add("dialog-entry");
        ButtonType go = new ButtonType(texts.get("add.go"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(go, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Node button = dialog.getDialogPane().lookupButton(go);
        button.setId("add-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            waiting.show(true, dialog, List.of(entry, button));
            nav.add(field.getText(), outcome -> {
                waiting.show(false, dialog, List.of(entry, button));
                switch (outcome) {
                    case Outcome.Ok<StationId> ignored -> {
                        dialog.setResult(true);
                        dialog.close();
                    }
                    case Outcome.Failed<StationId>(var problem) -> {
                        note.say("", texts.problem(problem));
                        Waiting.fit(dialog);
                        field.requestFocus();
                    }
                }
            });
        });
        dialog.setOnShown(event -> field.requestFocus());
        dialog.setResultConverter(pressed -> pressed == go);
        return dialog;
    }
}
