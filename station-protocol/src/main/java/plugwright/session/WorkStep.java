package plugwright.session;

import java.time.Duration;
import plugwright.catalog.PropertyId;

/** Where longer work on a station stands. */
public sealed interface WorkStep {

    /** Asks what the station holds, before anything is changed. */
    record Asking() implements WorkStep {}

    /**
     * Sends a value.
     *
     * @param id which property
     * @param number 1 for the first
     * @param of how many there are
     */
    record Writing(PropertyId id, int number, int of) implements WorkStep {}

    /** Asks what the station made of what was sent. */
    record ReadingBack() implements WorkStep {}

    /**
     * The station restarts.
     *
     * @param usual how long this takes as a rule
     * @param late whether it has taken so long that somebody should look
     */
    record AwaitingReturn(Duration usual, Lateness late) implements WorkStep {}

    /** Whether a restart takes longer than it should. */
    enum Lateness {
        IN_TIME,
        LATE
    }
}
