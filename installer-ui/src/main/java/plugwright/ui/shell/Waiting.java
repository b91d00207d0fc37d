package plugwright.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import plugwright.ui.form.Wrapping;

/** What a dialog shows while it cannot go on: what is waited for, and that it is. Hidden, without room, until then. */
final class Waiting extends VBox {

    Waiting(String text) {
        getStyleClass().add("dialog-wait");
        Label words = new Label(text);
        Wrapping.apply(words);
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(text);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(words, bar);
        show(false);
    }

    private void show(boolean now) {
        setVisible(now);
        setManaged(now);
    }

    /**
     * The dialog begins or ends to wait.
     *
     * @param disabled what cannot be used meanwhile
     */
    void show(boolean now, Dialog<?> dialog, List<Node> disabled) {
        disabled.forEach(part -> part.setDisable(now));
        show(now);
        fit(dialog);
    }

    /** Makes the dialog as high as what it says. */
    static void fit(Dialog<?> dialog) {
        if (dialog.isShowing()) {
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
    }
}
