package plugwright.discovery;

import plugwright.model.Problem;
import plugwright.model.WireTime;

/** How a known station stands. Being out of reach is a state, not an absence. */
public sealed interface StationState {

    /** Seen or typed in, and being asked for /api/info for the first time. */
    record Asking() implements StationState {}

    /** It answered /api/info. */
    record Reachable() implements StationState {}

    /** Not answering, and its address is in none of this machine's networks. */
    record InOtherSubnet(OtherSubnet reason) implements StationState {}

    /**
     * In reach by its address, but without an answer.
     *
     * @param since the first question in a row that was not answered
     * @param cause what the last question came to
     */
    record FoundNotAnswering(WireTime since, Problem cause) implements StationState {}

    /** It said goodbye, or has not been seen for long. */
    record Gone(WireTime lastSeen) implements StationState {}
}
