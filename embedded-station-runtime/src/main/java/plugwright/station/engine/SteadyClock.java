package plugwright.station.engine;

import java.util.Optional;
import plugwright.model.SiteTime;

/**
 * The moments by which a station reckons: they go on steadily whatever the clock does that events are stamped with.
 * One that is set back would stop every timer until it has caught up, protection included; one that leaps would end the
 * time that a vehicle has to follow.
 */
final class SteadyClock {

    /** Events are seconds apart at most; a longer gap is a leap. */
    private static final long LONGEST_GAP = 5_000;

    /** What a leap counts as: too little rather than too much. */
    private static final long LEAP_COUNTS = 1_000;

    private SiteTime told;
    private long steady;

    SteadyClock(SiteTime start) {
        told = start;
        steady = start.millis();
    }

    /** Takes an event's stamp. @return by how much the clock leapt, in ms, where it did */
    Optional<Long> take(SiteTime moment) {
        long gap = moment.millisSince(told);
        told = moment;
        boolean leapt = gap < 0 || gap > LONGEST_GAP;
        steady += leapt ? (gap < 0 ? 0 : LEAP_COUNTS) : gap;
        return leapt ? Optional.of(gap) : Optional.empty();
    }

    /** In ms. */
    long now() {
        return steady;
    }

    SiteTime told() {
        return told;
    }

    /** What to add to a steady moment to have it on the clock that everyone else goes by. */
    long offset() {
        return told.millis() - steady;
    }
}
