package plugwright.ui.shell;

import java.util.Optional;
import plugwright.model.StationId;

/**
 * What the window shows.
 *
 * @param station the selected station, if one is
 * @param tab the selected tab's id; it stays when another station is selected
 */
public record Selection(Optional<StationId> station, String tab) {

    public Selection withStation(StationId id) {
        return new Selection(Optional.of(id), tab);
    }

    public Selection withTab(String id) {
        return new Selection(station, id);
    }
}
