package plugwright.ui.station;

import java.time.Instant;
import plugwright.model.Problem;

/** What was last done to a station, for the status line. */
public sealed interface LastDone {

    record Nothing() implements LastDone {}

    record NothingToSave() implements LastDone {}

    record Saving(int settings) implements LastDone {}

    /** Counts of settings by what became of them. */
    record Saved(Instant at, int written, int adjusted, int refused) implements LastDone {}

    record Undone(Instant at, int written, int adjusted, int refused) implements LastDone {}

    record RebootAsked(Instant at) implements LastDone {}

    record KeyInstalled(Instant at) implements LastDone {}

    record Failed(Problem problem) implements LastDone {}
}
