package plugwright.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Data types of properties with the codes that stations send (station-interfaces §1). */
public enum PropertyType {
    BOOL(1, 0, 1),
    INT8(2, Byte.MIN_VALUE, Byte.MAX_VALUE),
    INT16(3, Short.MIN_VALUE, Short.MAX_VALUE),
    INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    UINT8(5, 0, 0xFF),
    UINT16(6, 0, 0xFFFF),
    UINT32(7, 0, 0xFFFF_FFFFL),
    REAL32(8, 0, 0),
    STRING(9, 0, 0),
    REAL64(17, 0, 0),
    INT64(21, Long.MIN_VALUE, Long.MAX_VALUE),
    /** Kept as a signed 64-bit number: clocks, counters and identities stay below 2⁶³. */
    UINT64(27, 0, Long.MAX_VALUE),
    BYTES(64, 0, 0),
    WORDS(65, 0, 0);

    private final int code;
    private final long lowest;
    private final long highest;

    PropertyType(int code, long lowest, long highest) {
        this.code = code;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The number that stands for it on the wire. */
    public int code() {
        return code;
    }

    /** Lowest value an integer type holds. */
    public long lowest() {
        return lowest;
    }

    /** Highest value an integer type holds. */
    public long highest() {
        return highest;
    }

    public boolean isInteger() {
        return highest != 0;
    }

    public boolean isReal() {
        return this == REAL32 || this == REAL64;
    }

    public boolean isNumber() {
        return isInteger() || isReal();
    }

    public static Optional<PropertyType> ofCode(int code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }
}
