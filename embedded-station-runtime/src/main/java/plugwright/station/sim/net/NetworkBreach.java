package plugwright.station.sim.net;

import java.util.List;
import java.util.stream.Stream;

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

    /** In words, with the last things that happened before. */
    public List<String> lines() {
        String first = invariant + " after " + atMillis + " ms: " + what;
        return Stream.concat(Stream.of(first), trace.stream().map(l -> "  " + l)).toList();
    }
}
