package plugwright.meter.p1;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells old telegrams from new ones by how the meter's clock runs against their arrival: a converter that repeats the
 * last telegram, or one that hands out a backlog. Neither clock has to be right. Telegrams are stale while the meter's
 * clock is further behind their arrival than before; a meter whose clock was set back is believed again after a minute
 * in which it ran steadily.
 */
public final class P1Freshness {

    /** The assumed age of a 4.x telegram: up to its period. */
    static final long MAX_BEHIND_MILLIS = 10_000;

    /** As long as a silent meter may be silent. */
    static final long BELIEVED_AGAIN_MILLIS = 60_000;

    /** How much a steady clock may jump about: seconds are cut, lines are slow. */
    private static final long STEADY_MILLIS = 3_000;

    private static final long MILLIS = 1_000;

    /** Arrival less telegram time: the smallest so far, to which all others are compared. */
    private long smallestLag = Long.MAX_VALUE;

    /** The lag that stale telegrams have had steadily, and since when. */
    private long steadyLag;

    private long steadySince = Long.MIN_VALUE;

    /**
     * Judges a telegram.
     *
     * @param time of the telegram
     * @param arrivedMillis of its last byte, on any clock that only runs forward
     * @return the fault, if it is stale
     */
    public Optional<P1Fault> judge(Instant time, long arrivedMillis) {
        long lag = arrivedMillis - time.getEpochSecond() * MILLIS;
        if (lag <= smallestLag) {
            smallestLag = lag;
        }
        if (lag - smallestLag <= MAX_BEHIND_MILLIS) {
            steadySince = Long.MIN_VALUE;
            return Optional.empty();
        }
        if (steadySince == Long.MIN_VALUE || Math.abs(lag - steadyLag) > STEADY_MILLIS) {
            steadyLag = lag;
            steadySince = arrivedMillis;
        }
        if (arrivedMillis - steadySince >= BELIEVED_AGAIN_MILLIS) {
            smallestLag = lag;
            steadySince = Long.MIN_VALUE;
            return Optional.empty();
        }
        return Optional.of(new P1Fault.TimeStale((lag - smallestLag) / MILLIS));
    }
}
