package plugwright.ui.form;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A box with something to know: a bold first sentence, the rest below it, actions if there are any. */
public final class Note extends VBox {

    private final Label lead = new Label();
    private final Label rest = new Label();
    private final FlowPane actions = new FlowPane();

    public Note(Pill.Tone tone) {
        getStyleClass().addAll("note", "note-" + tone.name().toLowerCase(java.util.Locale.ROOT));
        lead.getStyleClass().add("note-lead");
        Wrapping.apply(lead);
        Wrapping.apply(rest);
        actions.getStyleClass().add("note-actions");
        getChildren().addAll(lead, rest, actions);
        say("", "");
    }

    /** Shows it; with neither text it hides and takes no room. */
    public void say(String leadText, String restText) {
        show(lead, leadText);
        show(rest, restText);
        boolean any = !leadText.isEmpty() || !restText.isEmpty();
        setVisible(any);
        setManaged(any);
        actions.setManaged(!actions.getChildren().isEmpty());
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** Buttons below the text. */
    public FlowPane actions() {
        return actions;
    }
}
