package plugwright.settings;

import java.util.List;
import plugwright.catalog.PropertyId;

/**
 * What became of a save.
 *
 * @param outcomes one for each property that was to change, in order of writing
 * @param reboot properties among the written ones that work only after a reboot
 */
public record SaveResult(List<WriteOutcome> outcomes, List<PropertyId> reboot) {

    public SaveResult {
        outcomes = List.copyOf(outcomes);
        reboot = List.copyOf(reboot);
    }

    /** Whether the station holds all that was asked. */
    public boolean isComplete() {
        return outcomes.stream()
                .allMatch(o -> o instanceof WriteOutcome.Written || o instanceof WriteOutcome.SentUnseen);
    }
}
