package plugwright.ui.station.monitor;

import java.time.Instant;

/**
 * A moment worth a mark in a socket's chart.
 *
 * @param at when it was seen
 * @param what happened
 */
public record ChartEvent(Instant at, What what) {
    /** What happened at the socket, or at the one beside it. */
    public sealed interface What {
        /** The socket does something else now. */
        record Became(Activity activity) implements What {}

        /** The limit changed for good. */
        record Told(double ampere) implements What {}

        /** @param socket 1 or 2: the other one */
        record OtherPluggedIn(int socket) implements What {}

        /** @param socket 1 or 2: the other one */
        record OtherUnplugged(int socket) implements What {}
    }
}
