package plugwright.station.engine;

import java.util.Arrays;

/**
 * What sockets drew on the grid's phases during the last half minute, so that it can be taken out of a meter's reading
 * of some seconds ago. Pure; currents in mA, moments in ms.
 */
public final class OwnDraw {

    /** Older than the oldest reading that a meter is believed: 10 s, its uncertainty, and as much again. */
    public static final long KEPT_MILLIS = 30_000;

    private static final int PHASES = 3;

    /** A draw changes at most each tick of 0.2 s: 150, with room for readings between. */
    private static final int MAX_ENTRIES = 256;

    private final long[] since = new long[MAX_ENTRIES];
    private final int[] draw = new int[MAX_ENTRIES * PHASES];
    private int first;
    private int count;

    /** Takes what is drawn from now on; the same as before is nothing new. */
    public void record(int l1, int l2, int l3, long now) {
        if (count > 0 && isNewest(l1, l2, l3)) {
            return;
        }
        if (count > 0 && since[at(count - 1)] >= now) {
            // Several readings at one moment: the last one counts.
            count--;
        }
        if (count == MAX_ENTRIES) {
            first = (first + 1) % MAX_ENTRIES;
            count--;
        }
        int entry = at(count++);
        since[entry] = now;
        draw[entry * PHASES] = l1;
        draw[entry * PHASES + 1] = l2;
        draw[entry * PHASES + 2] = l3;
        while (count > 1 && since[at(1)] <= now - KEPT_MILLIS) {
            first = (first + 1) % MAX_ENTRIES;
            count--;
        }
    }

    private boolean isNewest(int l1, int l2, int l3) {
        int newest = at(count - 1) * PHASES;
        return draw[newest] == l1 && draw[newest + 1] == l2 && draw[newest + 2] == l3;
    }

    /** The highest on a phase, 0 to 2, at any moment of a stretch; 0 where nothing was recorded yet. */
    public int highest(int phase, long from, long to) {
        return extreme(phase, from, to, 1);
    }

    /** The lowest on a phase at any moment of a stretch. */
    public int lowest(int phase, long from, long to) {
        return extreme(phase, from, to, -1);
    }

    /** On a phase at one moment. */
    public int at(int phase, long moment) {
        return highest(phase, moment, moment);
    }

    private int extreme(int phase, long from, long to, int sign) {
        // Before the first entry nothing was drawn.
        long best = count == 0 || since[first] > from ? 0 : Long.MIN_VALUE;
        for (int k = 0; k < count; k++) {
            long end = k + 1 < count ? since[at(k + 1)] : Long.MAX_VALUE;
            if (since[at(k)] <= to && end > from) {
                best = Math.max(best, (long) sign * draw[at(k) * PHASES + phase]);
            }
        }
        return (int) (sign * best);
    }

    /** Forgets everything: the station was off. */
    public void reset() {
        count = 0;
        Arrays.fill(draw, 0);
    }

    private int at(int index) {
        return (first + index) % MAX_ENTRIES;
    }
}
