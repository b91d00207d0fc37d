package plugwright.station.engine;

import java.time.Duration;
import plugwright.model.Ampere;

/**
 * Active load balancing by the set points of an energy management system (guide §5.3.3.3, §5.3.3.7).
 *
 * @param mode which set points are honoured; the others are kept and shown
 * @param validity how long a set point holds
 * @param safe what the station may take on each phase while none holds: Safe-MaxCurrent
 */
public record EnergyManagement(Mode mode, Duration validity, Ampere safe) {

    /** MbsSlaveTCPIPMode. */
    public enum Mode {
        OFF,
        /** One set point for each socket. */
        SOCKET,
        /** One for each phase of the network, which for a station that stands alone is itself. */
        NETWORK
    }
}
