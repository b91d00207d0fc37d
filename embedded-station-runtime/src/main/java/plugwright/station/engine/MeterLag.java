package plugwright.station.engine;

import java.util.Optional;
import plugwright.station.engine.GridCorrection.Heard;

/**
 * How late a meter is at most, as its readings show it: where two in a row differ by just what the own draw moved, the
 * later one was made after that move. Known for a while only, of meters that are never very late, and good for lowering
 * alone: by coincidence it may be wrong, and then lowers too far, never too little. One owner.
 */
final class MeterLag {

    /** So much two readings of a house that stands still differ beside the meter's steps, in mA. */
    private static final int SAME_HOUSE = 50;

    /** One reading may be as much later than the one before: a step, and a meter's own unevenness. */
    private static final long UNEVEN_MILLIS = 400;

    /** What was shown longer ago may have been a coincidence. */
    private static final long KEPT_MILLIS = 10_000;

    private static final long NOT_SHOWN = 1L << 40;
    private static final long NEVER = Long.MIN_VALUE / 4;
    private static final int PHASES = 3;

    /** ms; very much where nothing was shown. */
    private long most = NOT_SHOWN;

    private long shownAt = NEVER;

    /** Another meter, or the clock cannot be trusted. */
    void forget() {
        shownAt = NEVER;
        most = NOT_SHOWN;
    }

    /**
     * When a reading was made at the earliest.
     *
     * @param before the reading before, as far as the own draw of its time is still known
     * @return ms; {@link Heard#earliest} where nothing more is known
     */
    long notBefore(Heard heard, Optional<Heard> before, OwnDraw own) {
        long earliest = heard.earliest();
        if (heard.arrival() - earliest > GridCorrection.FRESH_MILLIS) {
            return earliest;
        }
        long arrival = heard.arrival();
        if (arrival - shownAt > KEPT_MILLIS) {
            forget();
        }
        long shown = before.map(b -> shown(heard, b, own)).orElse(earliest);
        long late = arrival - shown + UNEVEN_MILLIS;
        if (shown > earliest && late < most) {
            // What shows less does not take the place of what showed more, nor does it keep it alive.
            most = late;
            shownAt = arrival;
        }
        return Math.max(shown, arrival - most);
    }

    private static long shown(Heard heard, Heard before, OwnDraw own) {
        long latest = heard.earliest();
        for (int phase = 0; phase < PHASES; phase++) {
            latest = Math.max(
                    latest,
                    GridCorrection.firstAlike(heard, before, own, phase, SAME_HOUSE).orElse(latest));
        }
        return latest;
    }
}
