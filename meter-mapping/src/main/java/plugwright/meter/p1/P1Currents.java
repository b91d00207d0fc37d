package plugwright.meter.p1;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plugwright.meter.GridCurrent;
import plugwright.meter.GridReading;
import plugwright.meter.SignSource;
import plugwright.model.Ampere;

/**
 * From telegrams to currents, in two steps that can be looked at apart. Measured: the higher of the current reported
 * and |power| / voltage, negative where the phase feeds in. Guarded: what the fuse is protected by.
 */
public final class P1Currents {

    /** Whole ampere are cut, so that up to this much more may flow. */
    public static final Ampere TRUNCATION_MARGIN = Ampere.of(1);

    /** Where a meter tells no voltage. */
    private static final int NOMINAL_MILLIVOLT = 230_000;

    /** 10 % above nominal, the highest that grids keep to (EN 50160): the least that a fed-in power can be in ampere. */
    private static final int HIGHEST_MILLIVOLT = 253_000;

    /** Below this a phase is not connected. */
    private static final int LOWEST_MILLIVOLT = 100_000;

    private static final long MICRO_PER_MILLI = 1_000_000;

    private P1Currents() {}

    /** All phases that the telegram tells. */
    public static GridReading of(P1Telegram telegram) {
        List<GridCurrent> currents = new ArrayList<>(GridReading.MAX_PHASES);
        for (P1Phase phase : telegram.phases()) {
            if (!phase.isPresent()) {
                break; // a one-phase connection; a gap before another phase is refused by the parser
            }
            Ampere measured = measured(phase);
            SignSource sign = phase.watt().isPresent() ? SignSource.POWER : SignSource.UNKNOWN;
            currents.add(new GridCurrent(measured, guarded(phase, measured), sign));
        }
        return new GridReading(currents);
    }

    /** The higher of the current reported and |power| / voltage, negative where power is fed in. */
    public static Ampere measured(P1Phase phase) {
        OptionalInt watt = phase.watt();
        int reported = phase.milliampere().orElse(0);
        if (watt.isEmpty()) {
            return new Ampere(reported);
        }
        int byPower = milliampere(watt.getAsInt(), phase.millivolt(), NOMINAL_MILLIVOLT);
        int magnitude = Math.max(reported, Math.abs(byPower));
        return new Ampere(watt.getAsInt() < 0 ? -magnitude : magnitude);
    }

    /**
     * Where whole ampere are told, or none and only power, the margin is added. What is fed in counts by its power
     * alone: the rest of that current is reactive, and makes no room for vehicles.
     */
    public static Ampere guarded(P1Phase phase, Ampere measured) {
        boolean exact = phase.milliampere().isPresent() && phase.resolution() == P1Phase.Resolution.DECIMALS;
        Ampere withMargin = exact ? measured : measured.plus(TRUNCATION_MARGIN);
        OptionalInt watt = phase.watt();
        if (watt.isEmpty() || watt.getAsInt() >= 0) {
            return withMargin;
        }
        return withMargin.max(new Ampere(milliampere(watt.getAsInt(), phase.millivolt(), HIGHEST_MILLIVOLT)));
    }

    /** A voltage that no connected phase has, 0 on one that is not there, is as good as none. */
    private static int milliampere(int watt, OptionalInt told, int otherwise) {
        int millivolt = told.orElse(otherwise);
        return (int) (watt * MICRO_PER_MILLI / (millivolt < LOWEST_MILLIVOLT ? otherwise : millivolt));
    }
}
