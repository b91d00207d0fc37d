package plugwright.wire.scn;

/**
 * What a coordinator must know of a vehicle to go on where another stopped. Travels as 48 bits, low bits first in the
 * order of the components; a number too large is sent as the largest.
 *
 * @param vehicleClass 0 unknown, 1 6 A, 2 14 A (2 bits)
 * @param stage of its probe: 0 wanted, 1 planned, 2 told, 3 done (2 bits)
 * @param probeSeconds since the probing current was told; at other stages of the probe 1 to 6 for a pause in its first to
 *     sixth 10 s, 8 to 14 for a place that has been drawn nothing with for 0 to 6 times 30 s (6 bits)
 * @param marks a sum of the MARK constants (9 bits)
 * @param waited periods (4 bits)
 * @param charged periods more than whoever has charged least (8 bits)
 * @param zeroShare of the running period in which it stood at 0, in sixteenths (4 bits)
 * @param demand what its demand allows in half ampere; 0 while nothing is taken away (7 bits)
 * @param place in the order of those who have one, from 0 (6 bits)
 */
public record VehicleMemory(
        int vehicleClass,
        int stage,
        int probeSeconds,
        int marks,
        int waited,
        int charged,
        int zeroShare,
        int demand,
        int place) {

    /** {@link #vehicleClass} of one that needs 6 A. */
    public static final int CLASS_SIX = 1;

    /** {@link #vehicleClass} of one that needs 14 A. */
    public static final int CLASS_FOURTEEN = 2;

    /** What it needs at least, in mA. */
    public static final int FOURTEEN_AMPERE = 14_000;

    /** What any other needs at least, in mA. */
    public static final int SIX_AMPERE = 6_000;

    /** Drew in its probe. */
    public static final int MARK_DREW = 1;

    /** Stopped drawing in the test. */
    public static final int MARK_STOPPED = 1 << 1;

    /** Asked for energy in its probe. */
    public static final int MARK_ASKED = 1 << 2;

    /** Has not asked in a probe that is done: it will be made again. */
    public static final int MARK_UNASKED = 1 << 3;

    /** Has a place in the turns. */
    public static final int MARK_PLACE = 1 << 4;

    /** Got free room late in the period and keeps it over the next boundary. */
    public static final int MARK_KEEPS_PLACE = 1 << 5;

    /** Is paused for the probe of another. */
    public static final int MARK_PAUSED_BY_PROBE = 1 << 6;

    /** Gave a place up, drawing nothing. */
    public static final int MARK_GAVE_UP = 1 << 7;

    /** Sits out until the turns end. */
    public static final int MARK_SAT_OUT = 1 << 8;

    /** Nothing known: just plugged in. */
    public static final VehicleMemory NEW = new VehicleMemory(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Bits that travel. */
    public static final int BITS = 48;

    private static final int CLASS_BITS = 2;
    private static final int STAGE_BITS = 2;
    private static final int PROBE_BITS = 6;
    private static final int MARK_BITS = 9;
    private static final int WAITED_BITS = 4;
    private static final int CHARGED_BITS = 8;
    private static final int ZERO_BITS = 4;
    private static final int DEMAND_BITS = 7;
    private static final int PLACE_BITS = 6;

    private static final int STAGE_AT = CLASS_BITS;
    private static final int PROBE_AT = STAGE_AT + STAGE_BITS;
    private static final int MARKS_AT = PROBE_AT + PROBE_BITS;
    private static final int WAITED_AT = MARKS_AT + MARK_BITS;
    private static final int CHARGED_AT = WAITED_AT + WAITED_BITS;
    private static final int ZERO_AT = CHARGED_AT + CHARGED_BITS;
    private static final int DEMAND_AT = ZERO_AT + ZERO_BITS;
    private static final int PLACE_AT = DEMAND_AT + DEMAND_BITS;

    /** As 48 bits. */
    public long pack() {
        return in(vehicleClass, CLASS_BITS, 0)
                | in(stage, STAGE_BITS, STAGE_AT)
                | in(probeSeconds, PROBE_BITS, PROBE_AT)
                | in(marks, MARK_BITS, MARKS_AT)
                | in(waited, WAITED_BITS, WAITED_AT)
                | in(charged, CHARGED_BITS, CHARGED_AT)
                | in(zeroShare, ZERO_BITS, ZERO_AT)
                | in(demand, DEMAND_BITS, DEMAND_AT)
                | in(place, PLACE_BITS, PLACE_AT);
    }

    private static long in(int value, int bits, int at) {
        return (long) Math.clamp(value, 0, (1 << bits) - 1) << at;
    }

    private static int out(long packed, int bits, int at) {
        return (int) (packed >>> at) & ((1 << bits) - 1);
    }

    /** From 48 bits; any are good. */
    public static VehicleMemory unpack(long packed) {
        return new VehicleMemory(
                classOf(packed),
                out(packed, STAGE_BITS, STAGE_AT),
                out(packed, PROBE_BITS, PROBE_AT),
                out(packed, MARK_BITS, MARKS_AT),
                out(packed, WAITED_BITS, WAITED_AT),
                out(packed, CHARGED_BITS, CHARGED_AT),
                out(packed, ZERO_BITS, ZERO_AT),
                demandOf(packed),
                out(packed, PLACE_BITS, PLACE_AT));
    }

    /** {@link #vehicleClass} of what travels. */
    public static int classOf(long packed) {
        return out(packed, CLASS_BITS, 0);
    }

    /** {@link #demand} of what travels. */
    public static int demandOf(long packed) {
        return out(packed, DEMAND_BITS, DEMAND_AT);
    }

    public boolean has(int mark) {
        return (marks & mark) != 0;
    }
}
