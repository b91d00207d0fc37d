package plugwright.station.sim;

import java.util.List;
import plugwright.model.SiteTime;

/**
 * An invariant that did not hold.
 *
 * @param invariant which
 * @param at when it was seen
 * @param what in words, with the figures
 * @param trace the last things that happened before, oldest first
 */
public record Breach(Invariant invariant, SiteTime at, String what, List<String> trace) {

    public Breach {
        trace = List.copyOf(trace);
    }
}
