package plugwright.station.sim;

import java.time.Duration;
import java.util.Optional;
import plugwright.model.SiteTime;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;

/**
 * A random station with random vehicles and settings for a day, all from one seed: the same seed gives the same day
 * to the millisecond.
 */
public final class RandomDay {

    /** A day that begins on 2026-01-01 at midnight; any other would do. */
    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    private final RandomThings random;
    private final WatchedWorld watched;
    private final SiteTime end;

    /** What came of a day. */
    public record Result(long seed, Duration simulated, Optional<Breach> breach) {}

    private RandomDay(long seed, Duration length, World.Pace pace, World.Witness witness) {
        this.random = new RandomThings(seed);
        this.watched = new WatchedWorld(random.settings(), START, pace, witness);
        this.end = START.plus(length);
    }

    /** Runs a day of some length, no further than the first breach. */
    public static Result run(long seed, Duration length) {
        RandomDay day = new RandomDay(seed, length, World.Pace.QUICK, World.NOBODY);
        day.live();
        long simulated = day.watched.world().now().millisSince(START);
        return new Result(seed, Duration.ofMillis(simulated), day.watched.breach());
    }

    /** Shows a day to someone. @return how it ended */
    static StationSnapshot show(long seed, Duration length, World.Pace pace, World.Witness witness) {
        RandomDay day = new RandomDay(seed, length, pace, witness);
        day.live();
        return day.watched.world().snapshot();
    }

    private void live() {
        boolean holds = true;
        while (holds && watched.world().now().compareTo(end) < 0) {
            watched.command(random.command(watched.world().settings()));
            SiteTime next = watched.world().now().plusMillis(random.rest());
            holds = watched.advanceTo(next.compareTo(end) < 0 ? next : end);
            if (end.millisSince(watched.world().now()) < World.TICK_MILLIS) {
                return;
            }
        }
    }
}
