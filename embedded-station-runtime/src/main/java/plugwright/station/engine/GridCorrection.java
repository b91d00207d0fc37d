package plugwright.station.engine;

import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing.Includes;

/**
 * What the grid connection leaves for charging, from a meter's reading. Where the meter includes what charges, its own
 * draw at the time of the reading is added back; as that time is uncertain there are two answers, and what is allowed
 * moves only where both agree. Pure.
 */
public final class GridCorrection {

    /** No grid connection that a station knows carries more; readings beyond are cut, so that sums stay in range. */
    private static final long MOST = 1_000_000;

    private static final int PHASES = 3;

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
     * Lowers by the highest and raises by the lowest own draw within the uncertainty of the reading's age.
     *
     * @param maximum of the grid connection per phase, in mA
     * @param own what charges behind the meter, of the station or of all stations of a network
     * @param arrival when the reading came, in ms
     */
    public static Available available(
            int maximum, GridReading reading, Includes includes, OwnDraw own, long arrival) {
        int[] toLower = new int[PHASES];
        int[] toRaise = new int[PHASES];
        int[] measured = {
            reading.currents().l1().milliampere(),
            reading.currents().l2().milliampere(),
            reading.currents().l3().milliampere()
        };
        long middle = arrival - reading.ageMillis();
        long from = middle - reading.uncertaintyMillis();
        long to = Math.min(arrival, middle + reading.uncertaintyMillis());
        for (int p = 0; p < PHASES; p++) {
            long left = (long) maximum - measured[p];
            boolean included = includes == Includes.STATION;
            toLower[p] = cut(left + (included ? own.highest(p, from, to) : 0));
            toRaise[p] = cut(left + (included ? own.lowest(p, from, to) : 0));
        }
        return new Available(
                PhaseCurrents.ofMilliampere(toLower[0], toLower[1], toLower[2]),
                PhaseCurrents.ofMilliampere(toRaise[0], toRaise[1], toRaise[2]));
    }

    private static int cut(long milliampere) {
        return (int) Math.clamp(milliampere, -MOST, MOST);
    }
}
