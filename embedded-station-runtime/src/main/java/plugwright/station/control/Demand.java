package plugwright.station.control;

import java.util.Arrays;

/**
 * What a vehicle makes of its limit (guide §4.1: more than 3 A unused for more than 3 minutes is given to others).
 * Neither locks out, a full vehicle keeps room for its floor, nor ratchets: one that always leaves a tenth unused is
 * not lowered again and again.
 */
final class Demand {

    static final int NO_CAP = Integer.MAX_VALUE;

    private static final long WATCHED = 180_000;
    private static final int UNUSED = 3_000;
    private static final int STEP = 500;
    /** Less than this is not worth taking away. */
    private static final int WORTH_TAKING = 1_000;
    private static final int WANTS_MORE = 1_000;

    /** The highest draw is kept per tenth of a minute: 3 minutes and the one that is running. */
    private static final int BUCKETS = 31;

    private static final long BUCKET = WATCHED / (BUCKETS - 1);

    private final int[] highest = new int[BUCKETS];
    private long bucketStart = Times.NEVER;
    private int bucket;
    private long unusedSince = Times.NEVER;
    private int cap = NO_CAP;
    private int drawWhenCapped;
    private int lastDraw;

    void reset() {
        cap = NO_CAP;
        restart();
    }

    /** Starts watching anew and keeps what is set: while paused or probed nothing can be learnt. */
    void restart() {
        unusedSince = Times.NEVER;
    }

    int cap() {
        return cap;
    }

    /** Goes on with a cap that was set elsewhere: the highest draw then was that much below it. */
    void restore(int milliampere) {
        cap = milliampere;
        drawWhenCapped = Math.max(0, milliampere - UNUSED);
        restart();
    }

    /**
     * Takes a reading beside what was told; told 0 is nothing to watch.
     *
     * @param mayTake whether something may be taken away now
     * @return whether something was
     */
    boolean observe(int draw, int told, int floor, boolean mayTake, long now) {
        if (cap != NO_CAP && (draw >= cap - WANTS_MORE || draw >= drawWhenCapped + WANTS_MORE)) {
            giveBack(draw, told);
        }
        if (told == 0 || draw >= told - UNUSED) {
            restart();
            return false;
        }
        if (unusedSince == Times.NEVER) {
            unusedSince = now;
            Arrays.fill(highest, 0);
            bucketStart = now;
        }
        remember(draw, now);
        lastDraw = draw;
        return mayTake
                && now - unusedSince > WATCHED
                && propose(Math.max(floor, roundUp(highestDraw() + UNUSED)), told, floor);
    }

    /**
     * It wants more: everything where it takes what it is told, else as much more as it takes now. A vehicle that
     * always takes half is told more where others leave something and then takes more: that alone is no wish for all.
     */
    private void giveBack(int draw, int told) {
        if (draw >= told - UNUSED) {
            reset();
        } else {
            cap = Math.max(cap, roundUp(draw + UNUSED));
            drawWhenCapped = Math.max(drawWhenCapped, draw);
        }
    }

    /**
     * When what it has seen may lead to another cap though nothing changes, in ms.
     *
     * @param last moment of the last reading
     */
    long nextMoment(long last) {
        if (unusedSince == Times.NEVER) {
            return Times.NO_TIMER;
        }
        long watched = unusedSince + WATCHED + 1;
        if (watched > last) {
            return Math.min(watched, bucketStart + BUCKET);
        }
        for (int h : highest) {
            if (h != lastDraw) {
                return bucketStart + BUCKET;
            }
        }
        return watched < bucketStart ? Times.NO_TIMER : bucketStart + BUCKET;
    }

    private void remember(int draw, long now) {
        while (now - bucketStart >= BUCKET) {
            bucketStart = now - bucketStart >= WATCHED ? now : bucketStart + BUCKET;
            bucket = (bucket + 1) % BUCKETS;
            // What was drawn last was drawn until now.
            highest[bucket] = now - bucketStart >= BUCKET ? lastDraw : 0;
        }
        highest[bucket] = Math.max(highest[bucket], draw);
    }

    private boolean propose(int proposed, int told, int floor) {
        boolean takes = cap == NO_CAP
                ? told - proposed >= WORTH_TAKING
                : proposed <= cap - UNUSED || (proposed == floor && proposed < cap);
        if (takes) {
            cap = proposed;
            drawWhenCapped = highestDraw();
        }
        return takes;
    }

    private int highestDraw() {
        int draw = 0;
        for (int h : highest) {
            draw = Math.max(draw, h);
        }
        return draw;
    }

    private static int roundUp(int milliampere) {
        return (milliampere + STEP - 1) / STEP * STEP;
    }
}
