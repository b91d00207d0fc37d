package plugwright.station.engine;

import java.util.Optional;
import java.util.OptionalLong;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing.Includes;

/**
 * What the grid connection leaves for charging, from a meter's reading. Where the meter includes what charges, its own
 * draw at the time of the reading is added back; as that time is uncertain there are two answers, and what is allowed
 * moves only where both agree. Pure.
 */
public final class GridCorrection {

    /**
     * SmartMeter-MaxCurrent is 5000 A at most, mA here; what comes out beyond is cut, so that sums stay in range and
     * whatever that setting allows can be shared in a network.
     */
    private static final long MOST = 5_000_000;

    private static final int PHASES = 3;

    /** The age of a meter's reading where it is as fresh as that of one that speaks each second. */
    static final long FRESH_MILLIS = 1_000 + GridReading.LEAST_UNCERTAINTY_MILLIS;

    /** So much two readings of one house may differ beside the meter's steps: small loads, and two meters' errors, in mA. */
    private static final int SAME_HOUSE = 500;

    /** Ages are tried in the steps in which the own draw is measured. */
    private static final long AGE_STEP_MILLIS = 200;

    private GridCorrection() {}

    /**
     * What may be used for charging on each grid phase; negative where the house alone takes too much.
     *
     * @param toLower limits above this come down to it
     * @param toRaise limits below this may rise to it; never above {@code toLower}
     */
    public record Available(PhaseCurrents toLower, PhaseCurrents toRaise) {

        /**
         * Where a limit goes that stands now.
         *
         * @param step of the meter, in mA: a limit does not rise for less, or it would chase the meter's rounding
         */
        public PhaseCurrents from(PhaseCurrents standing, int step) {
            return PhaseCurrents.ofMilliampere(
                    from(standing.l1(), toRaise.l1(), toLower.l1(), step),
                    from(standing.l2(), toRaise.l2(), toLower.l2(), step),
                    from(standing.l3(), toRaise.l3(), toLower.l3(), step));
        }

        private static int from(Ampere standing, Ampere toRaise, Ampere toLower, int step) {
            int now = standing.milliampere();
            int raised = (long) toRaise.milliampere() - now > step ? toRaise.milliampere() : now;
            return Math.min(raised, toLower.milliampere());
        }
    }

    /**
     * A reading with the moment of its arrival.
     *
     * @param arrival in ms
     * @param notBefore it was made no earlier, as far as the meter has shown how late it is; what is lowered is lowered
     *     by no older draw
     */
    public record Heard(GridReading reading, long arrival, long notBefore) {

        public Heard(GridReading reading, long arrival) {
            this(reading, arrival, Long.MIN_VALUE);
        }

        long latest() {
            return Math.min(arrival, arrival - reading.ageMillis() + reading.uncertaintyMillis());
        }

        long earliest() {
            return arrival - reading.ageMillis() - reading.uncertaintyMillis();
        }

        long milliampere(int phase) {
            return reading.currents().on(Phase.values()[phase]).milliampere();
        }
    }

    /**
     * Lowers by the highest and raises by the lowest own draw within the uncertainty of the reading's age. A reading
     * that at no age in it tells of the same house as the one before shows that the house has changed, whatever was
     * drawn: what is needed then is lowered as if it were as fresh as any.
     *
     * @param maximum of the grid connection per phase, in mA
     * @param before the reading before, as far as the own draw of its time is still known
     * @param own what charges behind the meter, of the station or of all stations of a network
     */
    public static Available available(
            int maximum, Heard heard, Optional<Heard> before, Includes includes, OwnDraw own) {
        int[] toLower = new int[PHASES];
        int[] toRaise = new int[PHASES];
        long from = heard.earliest();
        long to = heard.latest();
        for (int p = 0; p < PHASES; p++) {
            int phase = p;
            long left = (long) maximum - heard.milliampere(p);
            boolean included = includes == Includes.STATION;
            boolean changed = included && before.filter(b -> isAnotherHouse(heard, b, own, phase)).isPresent();
            long fresh = changed ? Math.max(from, heard.arrival - FRESH_MILLIS) : from;
            long lowerFrom = Math.min(to, Math.max(fresh, heard.notBefore));
            toLower[p] = cut(left + (included ? own.highest(p, lowerFrom, to) : 0));
            toRaise[p] = cut(left + (included ? own.lowest(p, from, to) : 0));
        }
        return new Available(
                PhaseCurrents.ofMilliampere(toLower[0], toLower[1], toLower[2]),
                PhaseCurrents.ofMilliampere(toRaise[0], toRaise[1], toRaise[2]));
    }

    /** Whether no age, the same for both, makes one house of two readings. */
    private static boolean isAnotherHouse(Heard heard, Heard before, OwnDraw own, int phase) {
        return firstAlike(heard, before, own, phase, SAME_HOUSE).isEmpty();
    }

    /**
     * The first moment, of those at which a reading may have been made, at which it tells of the same house as the one
     * before did so much earlier as it came.
     *
     * @param same so much they may differ beside the meter's steps, in mA
     * @return ms; empty where there is none
     */
    static OptionalLong firstAlike(Heard heard, Heard before, OwnDraw own, int phase, int same) {
        long within = (long) same + heard.reading.resolution();
        long difference = heard.milliampere(phase) - before.milliampere(phase);
        // Of older moments no draw is known, whatever age a meter's reading is given.
        long oldest = Math.max(heard.earliest(), heard.arrival - OwnDraw.KEPT_MILLIS);
        for (long at = oldest; at <= heard.latest(); at += AGE_STEP_MILLIS) {
            long earlier = at - heard.arrival + before.arrival;
            if (Math.abs(difference - own.at(phase, at) + own.at(phase, earlier)) <= within) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    private static int cut(long milliampere) {
        return (int) Math.clamp(milliampere, -MOST, MOST);
    }
}
