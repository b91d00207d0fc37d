package plugwright.station.sim.net;

/** What must hold in every network at every moment, numbered as in docs/scenarios.md. */
public enum NetworkInvariant {
    I1_TOLD,
    I2_DRAWN,
    I3_USABLE,
    I4_NOBODY_STARVES,
    I5_FAIR,
    I6_CALM,
    I7_CUT_OFF,
    I8_HEALS,
    I9_ONE_COORDINATOR,
    I10_NOTHING_RESERVED
}
