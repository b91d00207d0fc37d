package plugwright.station.sim;

/** What must hold after every event, whatever happens. */
public enum Invariant {
    /** On each phase of each group the limits told add up to no more than the group's limit. */
    I1_TOLD,
    /** Obedient vehicles never draw more than a limit that stands, nor longer than 6 s more than a fallen one. */
    I2_DRAWN,
    /** Told is 0 or at least the vehicle's floor, and never above the socket's cap. */
    I3_USABLE,
    /** Who fits alone waits for no more than its turn. */
    I4_NOBODY_STARVES,
    /** A minute after the last change limits are the exact optimum. */
    I5_FAIR,
    /** While nothing changes no limit changes more than twice a minute. */
    I6_CALM
}
