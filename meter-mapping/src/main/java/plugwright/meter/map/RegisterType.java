package plugwright.meter.map;

import java.util.OptionalDouble;

/** What the bits of a value mean. */
public enum RegisterType {
    INT16(1, Kind.SIGNED),
    UINT16(1, Kind.UNSIGNED),
    INT32(2, Kind.SIGNED),
    UINT32(2, Kind.UNSIGNED),
    INT64(4, Kind.SIGNED),
    UINT64(4, Kind.UNSIGNED),
    FLOAT32(2, Kind.FLOAT),
    FLOAT64(4, Kind.FLOAT);

    private enum Kind {
        SIGNED,
        UNSIGNED,
        FLOAT
    }

    /** High word of what some meters give for "no value", whatever follows it. */
    private static final int HIGH_WORD_OF_NONE = 0x7FFF;

    private static final double TWO_TO_THE_64 = 0x1p64;

    private final int words;
    private final Kind kind;

    RegisterType(int words, Kind kind) {
        this.words = words;
        this.kind = kind;
    }

    /** Registers it takes. */
    public int words() {
        return words;
    }

    /** Whether it can be negative. */
    public boolean isSigned() {
        return kind != Kind.UNSIGNED;
    }

    /**
     * The number before scaling; empty for what meters give where they have none: NaN and infinities, all ones in
     * unsigned integers, the highest and the lowest of signed ones, 7FFF in the high word of wide ones.
     *
     * @param bits the words put together, the high one first, in the low bits
     */
    public OptionalDouble number(long bits) {
        return switch (kind) {
            case SIGNED -> signed(bits);
            case UNSIGNED -> unsigned(bits);
            case FLOAT -> {
                double value = this == FLOAT32 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
                yield Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
            }
        };
    }

    private OptionalDouble signed(long bits) {
        int unused = Long.SIZE - words * Short.SIZE;
        long value = bits << unused >> unused;
        long highest = Long.MAX_VALUE >> unused;
        boolean none = value == highest
                || value == -highest - 1
                || (words > 1 && (value >>> ((words - 1) * Short.SIZE)) == HIGH_WORD_OF_NONE);
        return none ? OptionalDouble.empty() : OptionalDouble.of((double) value);
    }

    private OptionalDouble unsigned(long bits) {
        int unused = Long.SIZE - words * Short.SIZE;
        long value = bits << unused >>> unused;
        if (value == -1L >>> unused) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value >= 0 ? (double) value : (double) value + TWO_TO_THE_64);
    }
}
