package plugwright.ui.form;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text that goes over as many lines as it needs and is never cut. */
public final class Wrapping {

    private Wrapping() {}

    /** Makes a label wrap; a page that is too short then scrolls. */
    public static void apply(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }
}
