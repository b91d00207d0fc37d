package plugwright.ui.broken;

import javafx.application.Platform;
import javafx.scene.control.Label;

/** Breaks house rules 2 and 3 on purpose, so that the rules are seen to fail. */
class ImpatientViewModel {

    void show(Label label) {
        Platform.runLater(() -> label.setText("now"));
    }
}
