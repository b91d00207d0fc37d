package plugwright.station.engine;

import plugwright.model.Ampere;

/**
 * Active load balancing by a meter at the grid connection (guide §5.3.3).
 *
 * @param meterMaximum what the installation may take there on each phase: SmartMeter-MaxCurrent
 * @param safe what the station may take on each phase while the meter is lost: Safe-MaxCurrent
 * @param includes whether the station's own draw is part of what the meter shows
 * @param source where the meter is; the log names it when it is lost
 * @param reach for whom it is read: for a network the safe current is SCN-TotalSafeCurrent, and all members' draw is
 *     part of what it shows
 */
public record ActiveBalancing(Ampere meterMaximum, Ampere safe, Includes includes, Source source, Reach reach) {

    /** What a meter measures beside the house. */
    public enum Includes {
        HOUSE_ALONE,
        STATION
    }

    /** How a station reaches its meter. */
    public sealed interface Source {

        /** At its P1 port. */
        record P1() implements Source {}

        /** Over Modbus, at an IPv4 address and a port. */
        record Modbus(String address, int port) implements Source {}
    }

    /** Of a station that reads its meter for itself. */
    public ActiveBalancing(Ampere meterMaximum, Ampere safe, Includes includes, Source source) {
        this(meterMaximum, safe, includes, source, Reach.STATION);
    }

    /** By a meter at the P1 port. */
    public ActiveBalancing(Ampere meterMaximum, Ampere safe, Includes includes) {
        this(meterMaximum, safe, includes, new Source.P1());
    }
}
