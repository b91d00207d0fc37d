package plugwright.meter.map;

/** How a meter tells what is drawn from what is fed in. */
public enum Direction {
    /** Its currents are signed, negative is fed in. */
    SIGNED_CURRENT,
    /** Its currents are not, or not reliably; the sign is that of the phase's power. */
    FROM_POWER,
    /** Not at all: all counts as consumption. */
    NOT_TOLD
}
