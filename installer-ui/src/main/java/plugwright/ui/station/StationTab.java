package plugwright.ui.station;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import plugwright.ui.form.FieldModel;
import plugwright.ui.fx.WhileSeen;

/**
 * A tab of a station's window. To add one: make one of these, and add it to the list in the composition.
 *
 * @param id stable name, e.g. {@code power}; part of the selection
 * @param titleKey key of its title
 * @param views builds its view; called when the tab is shown for the first time
 */
public record StationTab(String id, String titleKey, Function<StationModel, View> views) {

    /** Its view of a station. */
    public View open(StationModel station) {
        return views.apply(station);
    }

    /** What a tab shows. All calls come on the FX thread. */
    public interface View {

        Node node();

        /** What is repeated while it is seen. */
        default Optional<WhileSeen> repeated() {
            return Optional.empty();
        }

        /** It is seen now: begin polling. */
        default void attach() {
            repeated().ifPresent(WhileSeen::attach);
        }

        /** It is not seen any more: stop polling. */
        default void detach() {
            repeated().ifPresent(WhileSeen::detach);
        }

        /** Brings a field of this tab into view and puts the focus there. */
        default void reveal(FieldModel field) {}
    }
}
