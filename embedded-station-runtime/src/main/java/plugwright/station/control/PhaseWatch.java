package plugwright.station.control;

/**
 * Which grid phases a vehicle loads: all of its socket until it has drawn for 10 s, then those on which it drew; a
 * draw on another phase widens the set in the same decision, so that whoever has to yield is lowered at once.
 */
final class PhaseWatch {

    /** A vehicle that ramps up shows all its phases well within this. */
    private static final long DRAWN_FOR = 10_000;

    private int all;
    private int seen;
    private long drawingSince = Times.NEVER;
    private boolean known;

    void all(int mask) {
        all = mask;
    }

    /** Someone nearer to the vehicle says which phases it counts on. */
    void told(int mask) {
        all = mask;
        seen = mask;
        known = true;
    }

    void reset() {
        seen = 0;
        known = false;
        drawingSince = Times.NEVER;
    }

    /** Takes a reading: the phases on which there is a current, as a mask. */
    void observe(int drawn, long now) {
        if (drawn == 0) {
            drawingSince = Times.NEVER;
            if (!known) {
                seen = 0;
            }
            return;
        }
        if (drawingSince == Times.NEVER) {
            drawingSince = now;
        }
        seen |= drawn & all;
        known |= now - drawingSince >= DRAWN_FOR && seen != 0;
    }

    /** The phases to count, as a mask. */
    int counted() {
        return known ? seen & all : all;
    }

    /** When its phases will be known if it goes on drawing, in ms. */
    long nextMoment() {
        return known || drawingSince == Times.NEVER ? Times.NO_TIMER : drawingSince + DRAWN_FOR;
    }

    boolean isKnown() {
        return known;
    }
}
