package plugwright.meter.p1;

import java.util.OptionalInt;

/**
 * What a telegram says of one phase; each may be left out.
 *
 * @param milliampere the current, without sign
 * @param resolution how finely the current is told
 * @param importWatt active power drawn from the grid
 * @param exportWatt active power fed into the grid
 * @param millivolt phase to neutral
 */
public record P1Phase(
        OptionalInt milliampere,
        Resolution resolution,
        OptionalInt importWatt,
        OptionalInt exportWatt,
        OptionalInt millivolt) {

    /** How finely a current is told. */
    public enum Resolution {
        /** Whole ampere, cut: 0 A may be 0.99 A. */
        WHOLE_AMPERE,

        /** With decimals. */
        DECIMALS
    }

    /** Whether there is anything to tell the phase's current by. */
    public boolean isPresent() {
        return milliampere.isPresent() || importWatt.isPresent() || exportWatt.isPresent();
    }

    /** Active power in W, fed in is negative; empty if the telegram has none for this phase. */
    public OptionalInt watt() {
        return importWatt.isPresent() || exportWatt.isPresent()
                ? OptionalInt.of(importWatt.orElse(0) - exportWatt.orElse(0))
                : OptionalInt.empty();
    }
}
