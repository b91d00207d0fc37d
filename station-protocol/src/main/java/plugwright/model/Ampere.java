package plugwright.model;

import java.util.Locale;

/**
 * A current per phase in whole milliampere; signed, feed-in is negative.
 *
 * @param milliampere the current in mA
 */
public record Ampere(int milliampere) implements Comparable<Ampere> {

    public static final Ampere ZERO = new Ampere(0);

    /** IEC 61851-1 knows no offered current between 0 and 6 A. */
    public static final Ampere MINIMUM_OFFERED = new Ampere(6_000);

    private static final int MILLI = 1_000;

    /** Whole ampere. */
    public static Ampere of(int ampere) {
        return new Ampere(Math.multiplyExact(ampere, MILLI));
    }

    /**
     * The nearest whole milliampere.
     *
     * @param ampere finite, within ±2 000 000 A
     * @throws IllegalArgumentException if not finite or too large for the type
     */
    public static Ampere ofNearest(double ampere) {
        double milli = ampere * MILLI;
        if (!Double.isFinite(milli) || Math.abs(milli) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a current: " + ampere);
        }
        return new Ampere((int) Math.round(milli));
    }

    /** In ampere. */
    public double value() {
        return milliampere / (double) MILLI;
    }

    public Ampere min(Ampere other) {
        return milliampere <= other.milliampere ? this : other;
    }

    public Ampere max(Ampere other) {
        return milliampere >= other.milliampere ? this : other;
    }

    public Ampere plus(Ampere other) {
        return new Ampere(Math.addExact(milliampere, other.milliampere));
    }

    public Ampere minus(Ampere other) {
        return new Ampere(Math.subtractExact(milliampere, other.milliampere));
    }

    @Override
    public int compareTo(Ampere other) {
        return Integer.compare(milliampere, other.milliampere);
    }

    /** For logs, one decimal where that says it all: {@code 12.5 A}, {@code 8.333 A}. */
    @Override
    public String toString() {
        return milliampere % 100 == 0
                ? String.format(Locale.ROOT, "%.1f A", value())
                : String.format(Locale.ROOT, "%.3f A", value());
    }
}
