package plugwright.wire.scn;

/** Why a socket was granted what it was; the order is the number on the wire, 0 to 31. */
public enum GrantReason {
    NOT_IN_USE,
    /** The lowest limit of the socket by itself. */
    CAP,
    /** The network's total, shared with others. */
    SHARED,
    /** A limit of its station, shared with the other socket. */
    SHARED_IN_STATION,
    /** What it left unused was taken from it. */
    DEMAND,
    PROBING,
    PROBE_TEST,
    WAITING_FOR_PROBE,
    WAITING_TURN,
    MINIMUM_PAUSE,
    GAVE_PLACE,
    CAP_BELOW_MINIMUM,
    MINIMUM_DOES_NOT_FIT,
    RISING,
    LOWERING_FIRST,
    SUSPENDED,
    /** Kept down by what is reserved for stations that are not heard. */
    RESERVED
}
