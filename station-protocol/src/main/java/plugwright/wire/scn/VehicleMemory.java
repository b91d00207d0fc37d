package plugwright.wire.scn;

/**
 * What a coordinator must know of a vehicle to go on where another stopped. Travels as 48 bits, low bits first in the
 * order of the components; a number too large is sent as the largest.
 *
 * @param vehicleClass 0 unknown, 1 6 A, 2 14 A (2 bits)
 * @param stage of its probe: 0 wanted, 1 planned, 2 told, 3 done (2 bits)
 * @param probeSeconds since the probing current was told (6 bits)
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

    private static final int[] WIDTHS = {2, 2, 6, 9, 4, 8, 4, 7, 6};

    /** As 48 bits. */
    public long pack() {
        int[] parts = {vehicleClass, stage, probeSeconds, marks, waited, charged, zeroShare, demand, place};
        long packed = 0;
        int shift = 0;
        for (int i = 0; i < parts.length; i++) {
            int largest = (1 << WIDTHS[i]) - 1;
            packed |= (long) Math.clamp(parts[i], 0, largest) << shift;
            shift += WIDTHS[i];
        }
        return packed;
    }

    /** From 48 bits; any are good. */
    public static VehicleMemory unpack(long packed) {
        int[] parts = new int[WIDTHS.length];
        long rest = packed;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) (rest & ((1 << WIDTHS[i]) - 1));
            rest >>>= WIDTHS[i];
        }
        return new VehicleMemory(
                parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8]);
    }

    public boolean has(int mark) {
        return (marks & mark) != 0;
    }
}
