package plugwright.station.sim;

import java.util.Optional;

/**
 * What real vehicles do that the standard does not foresee, or forbids.
 *
 * @param keepsDrawingMillis how long it goes on drawing after it noticed that the pilot stopped, at most 6 s
 * @param resuming whether it starts again by itself when a pause ends
 * @param pausing what it does to the pilot while no current is offered
 * @param usedPermille of what it would draw: below 1000 it leaves some of its limit unused, above it overdraws
 * @param phasesAfterPause on how many phases it charges after its first pause, where that is another number
 * @param cycle for one that stops asking and asks again by itself
 */
public record Quirks(
        int keepsDrawingMillis,
        Resuming resuming,
        Pausing pausing,
        int usedPermille,
        Optional<Integer> phasesAfterPause,
        Optional<Cycle> cycle) {

    /** What a vehicle does at the end of a pause. */
    public enum Resuming {
        BY_ITSELF,
        /** It sleeps through the offer that ends a pause; the next one, after the pilot stopped again, wakes it. */
        WHEN_WOKEN
    }

    /** Whether a vehicle goes on asking for energy while it is paused (guide §2.7.1: C1 or B1, depending on it). */
    public enum Pausing {
        STAYS_IN_C,
        GOES_TO_B
    }

    /** Asks for energy for a while, then not for a while, again and again. */
    public record Cycle(int asksSeconds, int restsSeconds) {
        public Cycle {
            check(asksSeconds > 0, "cycle, asking", asksSeconds);
            check(restsSeconds > 0, "cycle, resting", restsSeconds);
        }
    }

    /** A vehicle like any other. */
    public static final Quirks NONE =
            new Quirks(0, Resuming.BY_ITSELF, Pausing.STAYS_IN_C, 1_000, Optional.empty(), Optional.empty());

    /** The worst that stations have to bear: 1 s more than IEC 61851-1 allows. */
    public static final int MAX_KEEPS_DRAWING_MILLIS = 6_000;

    public static final int MIN_USED_PERMILLE = 100;

    /** Twice what it may: a fault, for which stations are protected (guide §2.3). */
    public static final int MAX_USED_PERMILLE = 2_000;

    private static final int MAX_PHASES = 3;

    public Quirks {
        boolean bearable = keepsDrawingMillis >= 0 && keepsDrawingMillis <= MAX_KEEPS_DRAWING_MILLIS;
        check(bearable, "going on", keepsDrawingMillis);
        check(usedPermille >= MIN_USED_PERMILLE && usedPermille <= MAX_USED_PERMILLE, "use", usedPermille);
        phasesAfterPause.ifPresent(n -> check(n >= 1 && n <= MAX_PHASES, "phases after a pause", n));
    }

    private static void check(boolean ok, String what, int value) {
        if (!ok) {
            throw new IllegalArgumentException("not a vehicle's " + what + ": " + value);
        }
    }

    public Quirks keepingDrawing(int millis) {
        return new Quirks(millis, resuming, pausing, usedPermille, phasesAfterPause, cycle);
    }

    public Quirks resuming(Resuming how) {
        return new Quirks(keepsDrawingMillis, how, pausing, usedPermille, phasesAfterPause, cycle);
    }

    public Quirks pausing(Pausing how) {
        return new Quirks(keepsDrawingMillis, resuming, how, usedPermille, phasesAfterPause, cycle);
    }

    public Quirks using(int permille) {
        return new Quirks(keepsDrawingMillis, resuming, pausing, permille, phasesAfterPause, cycle);
    }

    public Quirks comingBackOn(int phases) {
        return new Quirks(keepsDrawingMillis, resuming, pausing, usedPermille, Optional.of(phases), cycle);
    }

    public Quirks cycling(int asksSeconds, int restsSeconds) {
        return new Quirks(
                keepsDrawingMillis, resuming, pausing, usedPermille, phasesAfterPause,
                Optional.of(new Cycle(asksSeconds, restsSeconds)));
    }
}
