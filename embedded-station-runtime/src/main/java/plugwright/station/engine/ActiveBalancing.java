package plugwright.station.engine;

import plugwright.model.Ampere;

/**
 * Active load balancing by a meter at the grid connection (guide §5.3.3).
 *
 * @param meterMaximum what the installation may take there on each phase: SmartMeter-MaxCurrent
 * @param safe what the station may take on each phase while the meter is lost: Safe-MaxCurrent
 * @param includes whether the station's own draw is part of what the meter shows
 */
public record ActiveBalancing(Ampere meterMaximum, Ampere safe, Includes includes) {

    /** What a meter measures beside the house. */
    public enum Includes {
        HOUSE_ALONE,
        STATION
    }
}
