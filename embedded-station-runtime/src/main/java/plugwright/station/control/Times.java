package plugwright.station.control;

/** The control's times in ms and currents in mA, each once. */
final class Times {

    /** IEC 61851-1 knows no offered current between 0 and 6 A. */
    static final int MINIMUM = 6_000;

    /** What some vehicles need at least (guide §2.5). */
    static final int FOURTEEN = 14_000;

    /** A draw below this is none: above the error of the socket's meter. */
    static final int NO_DRAW = 500;

    /** No moment: long before anything that a clock tells. */
    static final long NEVER = Long.MIN_VALUE / 4;

    /** A vehicle has 5 s to follow (IEC 61851-1), plus two ticks of ours and one reading. */
    static final long VEHICLE_FOLLOWS = 5_500;

    /** Two readings and more, so that one that arrived late does not count. */
    static final long MEASURED_BELOW = 1_000;

    /** A vehicle that is paused and resumed at once may give up. */
    static final long MINIMUM_PAUSE = 60_000;

    /** No moment ahead: nothing will happen by itself. */
    static final long NO_TIMER = Long.MAX_VALUE;

    private Times() {}

    /** How long a target must have stood before it is told if it is a raise. */
    static long raiseWait(long periodMillis) {
        return Math.max(6_000, Math.min(10_000, periodMillis / 20));
    }
}
