package plugwright.ui.station.monitor;

import plugwright.model.LimitReason;

/**
 * Why a vehicle is told its limit.
 *
 * @param reason as a station of ours says it, or as it follows from what a real one shows
 * @param certainty which of the two
 */
public record Why(LimitReason reason, Certainty certainty) {
    /** Whether the station said so itself. */
    public enum Certainty {
        SAID,
        PROBABLE
    }
}
