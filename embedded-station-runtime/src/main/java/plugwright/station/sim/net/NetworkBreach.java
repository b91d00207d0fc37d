package plugwright.station.sim.net;

import java.util.List;

/**
 * An invariant that did not hold.
 *
 * @param invariant which
 * @param atMillis since the beginning of the run
 * @param what was seen
 * @param trace the last things that happened, oldest first
 */
public record NetworkBreach(NetworkInvariant invariant, long atMillis, String what, List<String> trace) {

    public NetworkBreach {
        trace = List.copyOf(trace);
    }
}
