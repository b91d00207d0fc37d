package plugwright.ui.station;

import javafx.scene.Node;
import plugwright.ui.form.FieldModel;

/** A tab of a station's window. To add one: implement this, and add it to the list in the composition. */
public interface StationTab {

    /** Stable name, e.g. {@code power}; part of the selection. */
    String id();

    /** Key of its title. */
    String titleKey();

    /** Builds its view; called when the tab is shown for the first time. */
    View open(StationModel station);

    /** What a tab shows. All calls come on the FX thread. */
    interface View {

        Node node();

        /** It is seen now: begin polling. */
        default void attach() {}

        /** It is not seen any more: stop polling. */
        default void detach() {}

        /** Brings a field of this tab into view and puts the focus there. */
        default void reveal(FieldModel field) {}
    }
}
