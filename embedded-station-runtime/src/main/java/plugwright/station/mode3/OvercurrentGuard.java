package plugwright.station.mode3;

import java.util.Arrays;

/**
 * Overcurrent protection of guide §2.3: one timer per band, running while the draw is at or above the band's lower
 * bound. Allowed is the highest limit told within the last 6 s, so that a vehicle that obeys is never cut off.
 */
public final class OvercurrentGuard {

    /** After this long the session goes on (guide §2.3). */
    public static final long PAUSE_MILLIS = 300_000;

    /** Lower bounds in percent of what is allowed, and how long a draw at or above each is borne, in ms. */
    private static final int[] PERCENT = {100, 105, 112, 120, 150};

    private static final long[] BORNE = {1_200_000, 100_000, 5_000, 2_000, 0};

    /** The meter's error: the larger of 0.5 A and 2 %. */
    private static final int METER_ERROR = 500;

    private static final int METER_ERROR_PERCENT = 2;
    private static final int HUNDRED = 100;

    /** A vehicle has 5 s to follow, and a reading is a second old at most. */
    private static final long REMEMBERED = 6_000;

    /** Limits change at most each tick of 0.2 s. */
    private static final int MAX_REMEMBERED = 64;

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final long[] since = new long[PERCENT.length];
    private final int[] told = new int[MAX_REMEMBERED];
    private final long[] toldUntil = new long[MAX_REMEMBERED];
    private int newest;
    private long toldSince = NEVER;
    private int allowed;

    public OvercurrentGuard() {
        reset();
    }

    /** Nothing was told and nothing is drawn: a new vehicle. */
    public void reset() {
        Arrays.fill(since, NEVER);
        Arrays.fill(toldUntil, NEVER);
        Arrays.fill(told, 0);
    }

    /** What was allowed at the last step, in mA. */
    public int allowed() {
        return allowed;
    }

    /**
     * Takes what is told and drawn now, in mA on the most loaded phase.
     *
     * @return whether the vehicle has to be paused
     */
    public boolean step(int toldNow, int draw, long nowMillis) {
        remember(toldNow, nowMillis);
        allowed = highestTold(nowMillis);
        int error = Math.max(METER_ERROR, allowed * METER_ERROR_PERCENT / HUNDRED);
        boolean trips = false;
        for (int band = 0; band < PERCENT.length; band++) {
            long bound = (long) allowed * PERCENT[band];
            boolean above = (long) draw * HUNDRED >= bound && draw > allowed + error;
            if (!above) {
                since[band] = NEVER;
            } else {
                since[band] = since[band] == NEVER ? nowMillis : since[band];
                trips |= nowMillis - since[band] >= BORNE[band];
            }
        }
        return trips;
    }

    /** When it may trip, or forget a limit, though nothing changes: in ms, the last step's moment at the earliest. */
    public long nextMoment() {
        long next = Long.MAX_VALUE;
        for (int band = 0; band < PERCENT.length; band++) {
            if (since[band] != NEVER) {
                next = Math.min(next, since[band] + BORNE[band]);
            }
        }
        // An earlier limit is still remembered for a while.
        return toldUntil[newest] - toldSince <= REMEMBERED ? toldUntil[newest] : next;
    }

    /** What was told last stood until a moment. */
    public void stood(long untilMillis) {
        toldUntil[newest] = untilMillis;
    }

    private void remember(int toldNow, long now) {
        if (told[newest] != toldNow) {
            newest = (newest + 1) % MAX_REMEMBERED;
            told[newest] = toldNow;
            toldSince = now;
        }
        toldUntil[newest] = now;
    }

    private int highestTold(long now) {
        int highest = 0;
        for (int i = 0; i < MAX_REMEMBERED; i++) {
            if (now - toldUntil[i] <= REMEMBERED) {
                highest = Math.max(highest, told[i]);
            }
        }
        return highest;
    }
}
