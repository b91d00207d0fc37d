package plugwright.meter;

/** How it is known whether a current is drawn from the grid or fed into it. */
public enum SignSource {
    /** The phase's active power says so. */
    POWER,

    /** The meter's current is signed itself. */
    CURRENT,

    /** It is not: the current counts as consumption, and what a PV system feeds in is not used. */
    UNKNOWN
}
