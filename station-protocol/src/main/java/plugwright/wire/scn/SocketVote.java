package plugwright.wire.scn;

/**
 * One socket in a heartbeat. Currents are mA, sets of grid phases are masks with bit 0 for L1.
 *
 * @param use whether a vehicle is there and asks
 * @param contactor of the socket
 * @param following whether what the vehicle draws is surely at or below the lease
 * @param connected the grid phases at the socket
 * @param counted those that the vehicle counts on
 * @param lease what the station may tell on the phases of the lease, now
 * @param leasePhases the phases of the lease
 * @param promiseMillis for how long the station will surely tell no more than the lease without a new grant
 * @param cap the lowest limit of this socket by itself
 * @param capCode which that is: a code of plugwright.model.ReasonKind, 0 to 255
 * @param l1 what it draws on L1
 * @param l2 as l1
 * @param l3 as l1
 * @param pluggedMillis since the vehicle was plugged in; 0 without one
 * @param memory turns, class and timers as the coordinator left them here, see {@link VehicleMemory}
 */
public record SocketVote(
        Use use,
        Contactor contactor,
        Following following,
        int connected,
        int counted,
        int lease,
        int leasePhases,
        int promiseMillis,
        int cap,
        int capCode,
        int l1,
        int l2,
        int l3,
        int pluggedMillis,
        long memory) {

    /** The order is the number on the wire. */
    public enum Use {
        FREE,
        PLUGGED,
        /** The vehicle asks for energy: state C. */
        ASKING
    }

    /** The order is the number on the wire. */
    public enum Contactor {
        OPEN,
        CLOSED
    }

    /** The order is the number on the wire. */
    public enum Following {
        /** It was just told less and may still draw more. */
        NOT_SURE,
        SURE
    }

    public int draw(int phase) {
        return phase == 0 ? l1 : phase == 1 ? l2 : l3;
    }
}
