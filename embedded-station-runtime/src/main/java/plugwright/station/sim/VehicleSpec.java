package plugwright.station.sim;

import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.station.mode3.Cable;

/**
 * A vehicle's kind.
 *
 * @param phases 1 to 3, on the socket's terminals in order
 * @param minimum the least that it charges with; below it takes nothing
 * @param maximum the most that it takes per phase
 * @param reactionMillis how long it takes to notice a new limit, at most 5 s (IEC 61851-1)
 * @param rampMilliamperePerSecond how fast it raises its draw; it lowers at once when it has noticed
 * @param drawPermille how much of its limit it draws, 970 to 1000
 * @param cable what it is plugged in with
 * @param battery empty for one that never gets full
 * @param quirks what it does unlike others
 */
public record VehicleSpec(
        int phases,
        Ampere minimum,
        Ampere maximum,
        int reactionMillis,
        int rampMilliamperePerSecond,
        int drawPermille,
        Cable cable,
        Optional<BatterySpec> battery,
        Quirks quirks) {

    private static final int MAX_PHASES = 3;
    private static final int MAX_REACTION_MILLIS = 5_000;
    private static final int USUAL_REACTION_MILLIS = 1_000;
    private static final int USUAL_RAMP = 4_000;
    private static final int USUAL_DRAW_PERMILLE = 990;
    private static final int MIN_DRAW_PERMILLE = 970;
    private static final int MAX_DRAW_PERMILLE = 1_000;

    public VehicleSpec {
        check(phases >= 1 && phases <= MAX_PHASES, "phases", phases);
        check(minimum.milliampere() > 0, "minimum", minimum);
        check(maximum.compareTo(minimum) >= 0, "maximum", maximum);
        check(reactionMillis >= 0 && reactionMillis <= MAX_REACTION_MILLIS, "reaction", reactionMillis);
        check(rampMilliamperePerSecond > 0, "ramp", rampMilliamperePerSecond);
        check(drawPermille >= MIN_DRAW_PERMILLE && drawPermille <= MAX_DRAW_PERMILLE, "draw", drawPermille);
    }

    private static void check(boolean ok, String what, Object value) {
        if (!ok) {
            throw new IllegalArgumentException("not a vehicle's " + what + ": " + value);
        }
    }

    /** A usual vehicle of 6 A minimum on a 32 A cable that never gets full. */
    public static VehicleSpec of(int phases, Ampere maximum) {
        return new VehicleSpec(
                phases,
                Ampere.MINIMUM_OFFERED.min(maximum),
                maximum,
                USUAL_REACTION_MILLIS,
                USUAL_RAMP,
                USUAL_DRAW_PERMILLE,
                Cable.A32,
                Optional.empty(),
                Quirks.NONE);
    }

    /** The same one that takes nothing below a current. */
    public VehicleSpec needing(Ampere least) {
        return new VehicleSpec(
                phases, least, maximum.max(least), reactionMillis, rampMilliamperePerSecond, drawPermille, cable,
                battery, quirks);
    }

    /** The same one on another cable. */
    public VehicleSpec with(Cable other) {
        return new VehicleSpec(
                phases, minimum, maximum, reactionMillis, rampMilliamperePerSecond, drawPermille, other, battery,
                quirks);
    }

    /** The same one with a battery. */
    public VehicleSpec with(BatterySpec itsBattery) {
        return new VehicleSpec(
                phases, minimum, maximum, reactionMillis, rampMilliamperePerSecond, drawPermille, cable,
                Optional.of(itsBattery), quirks);
    }

    /** The same one with other dynamics. */
    public VehicleSpec moving(int itsReactionMillis, int itsRampMilliamperePerSecond, int itsDrawPermille) {
        return new VehicleSpec(
                phases, minimum, maximum, itsReactionMillis, itsRampMilliamperePerSecond, itsDrawPermille, cable,
                battery, quirks);
    }

    /** The same one with quirks. */
    public VehicleSpec with(Quirks itsQuirks) {
        return new VehicleSpec(
                phases, minimum, maximum, reactionMillis, rampMilliamperePerSecond, drawPermille, cable, battery,
                itsQuirks);
    }

    /** Whether it follows its limit as IEC 61851-1 asks: within 5 s and never above it. */
    public boolean isObedient() {
        return reactionMillis + quirks.keepsDrawingMillis() <= MAX_REACTION_MILLIS
                && (long) drawPermille * quirks.usedPermille() <= MAX_DRAW_PERMILLE * MAX_DRAW_PERMILLE;
    }
}
