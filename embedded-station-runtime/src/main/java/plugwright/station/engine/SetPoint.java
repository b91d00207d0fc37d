package plugwright.station.engine;

import plugwright.model.Ampere;
import plugwright.model.Ipv4Address;

/**
 * What an energy management system allows.
 *
 * @param ampere as written; finite, not negative
 * @param master who wrote it
 */
public record SetPoint(double ampere, Ipv4Address master) {

    /** Above every station and network: a larger one allows as much as this. */
    private static final double MOST_AMPERE = 100_000;

    private static final int MILLI = 1_000;

    public SetPoint {
        if (!Double.isFinite(ampere) || ampere < 0) {
            throw new IllegalArgumentException("no set point: " + ampere);
        }
    }

    /** What it limits a socket to, rounded down to whole mA: below 6 A nothing. */
    Ampere onSocket() {
        Ampere limit = onPhase();
        return limit.compareTo(Ampere.MINIMUM_OFFERED) < 0 ? Ampere.ZERO : limit;
    }

    /** What it limits a phase to, rounded down to whole mA. */
    Ampere onPhase() {
        return new Ampere((int) (Math.min(ampere, MOST_AMPERE) * MILLI));
    }
}
