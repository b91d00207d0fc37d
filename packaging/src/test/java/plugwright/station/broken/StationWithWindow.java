package plugwright.station.broken;

import javafx.scene.control.Label;
import plugwright.ui.text.Texts;

/** Knows the tool and its controls on purpose, so that the rules are seen to fail. */
record StationWithWindow(Texts texts, Label label) {

    static StationWithWindow getInstance(Texts texts) {
        System.out.println("made");
        return new StationWithWindow(texts, new Label());
    }
}
