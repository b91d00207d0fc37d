package plugwright.ui.station;

import java.time.Instant;
import plugwright.model.Problem;

/** What was last done to a station, for the status line. */
public sealed interface LastDone {

    record Nothing() implements LastDone {}

    record NothingToSave() implements LastDone {}

    record Saving(int settings) implements LastDone {}

    /**
     * Counts of settings by what became of them.
     *
     * @param needReboot how many of the written ones work only after a reboot
     */
    record Saved(Instant at, int written, int adjusted, int refused, int needReboot) implements LastDone {}

    record Undone(Instant at, int written, int adjusted, int refused, int needReboot) implements LastDone {}

    /**
     * Cancelled on the way, a save or its undoing.
     *
     * @param done settings the station has taken, read back
     * @param kept settings that were not sent
     * @param needReboot of those done, what works only after a reboot
     */
    record SaveCancelled(Instant at, int done, int kept, int needReboot) implements LastDone {}

    /** Told to; not back yet. */
    record Rebooting(Instant at) implements LastDone {}

    /** Back and logged in. */
    record Rebooted(Instant at) implements LastDone {}

    record KeyInstalled(Instant at) implements LastDone {}

    record Failed(Problem problem) implements LastDone {}
}
