package plugwright.station.sim.net;

/**
 * A station's own monotonic clock: begins anywhere and runs at its own speed.
 *
 * @param startedAt true moment at which it began, in ms
 * @param shows what it showed then, in ms
 * @param ppm how much faster than true time it runs, in millionths
 */
record OwnClock(long startedAt, long shows, int ppm) {

    /** What quartz clocks of stations may be wrong by. */
    static final int WORST_PPM = 500;

    private static final long MILLION = 1_000_000;

    /** What it shows at a true moment. */
    long at(long truth) {
        long elapsed = truth - startedAt;
        return shows + elapsed + Math.floorDiv(elapsed * ppm, MILLION);
    }

    /** The latest true moment at which it may have shown a stamp: the low 32 bits of what it shows, not long ago. */
    long latestTruthOf(int stamp, long truth) {
        long own = at(truth);
        long shown = own + (stamp - (int) own);
        return startedAt + (shows == shown ? 0 : (shown - shows + 1) * MILLION / (MILLION + ppm) + 1);
    }
}
