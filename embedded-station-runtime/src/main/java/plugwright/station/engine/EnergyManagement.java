package plugwright.station.engine;

import java.time.Duration;
import plugwright.model.Ampere;

/**
 * Active load balancing by the set points of an energy management system (guide §5.3.3.3, §5.3.3.7).
 *
 * @param mode which set points are honoured; the others are kept and shown
 * @param validity how long a set point holds
 * @param safe what may be taken on each phase while none holds: Safe-MaxCurrent, in a network SCN-TotalSafeCurrent
 * @param reach whether set points for the network are for all its members, or for this station as a network of one
 */
public record EnergyManagement(Mode mode, Duration validity, Ampere safe, Reach reach) {

    /** Of a station that is in no network. */
    public EnergyManagement(Mode mode, Duration validity, Ampere safe) {
        this(mode, validity, safe, Reach.STATION);
    }

    /** MbsSlaveTCPIPMode. */
    public enum Mode {
        OFF,
        /** One set point for each socket. */
        SOCKET,
        /** One for each phase of the network, which for a station that stands alone is itself. */
        NETWORK
    }
}
