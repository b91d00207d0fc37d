package plugwright.station.sim;

import java.time.Duration;
import java.util.List;
import plugwright.model.Ampere;
import plugwright.model.SiteTime;
import plugwright.station.engine.StationSettings;

/** A random site of several stations under one total for a day, all from one seed. */
public final class RandomSite {

    /** A day that begins on 2026-01-01 at midnight; any other would do. */
    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    /** A network of more has more sockets than a network may have (guide §6.3.1). */
    public static final int MAX_STATIONS = 64;

    /** One in so many things that happen is another total. */
    private static final int TOTAL_CHANGES = 12;

    /** As many things happen at each station as on a day of one alone, up to so many stations. */
    private static final int BUSY = 12;

    private final RandomThings random;
    private final int stations;
    private final SiteWorld world;
    private final SiteTime end;

    private RandomSite(long seed, int stations, Duration length, World.Pace pace, SiteWorld.Watcher watcher) {
        this.random = new RandomThings(seed);
        this.stations = stations;
        List<StationSettings> all = random.site(stations);
        Ampere total = random.total(stations);
        this.world = new SiteWorld(all, total, START, pace, watcher);
        this.end = START.plus(length);
    }

    /** Runs a day of some length, no further than the first breach. */
    public static RandomDay.Result run(long seed, int stations, Duration length) {
        return show(seed, stations, length, World.Pace.QUICK, (_, _, _) -> {});
    }

    /** Shows a day to someone. */
    static RandomDay.Result show(
            long seed, int stations, Duration length, World.Pace pace, SiteWorld.Watcher watcher) {
        RandomSite site = new RandomSite(seed, stations, length, pace, watcher);
        site.live();
        Duration simulated = Duration.ofMillis(site.world.now().millisSince(START));
        return new RandomDay.Result(seed, simulated, site.world.breach());
    }

    private void live() {
        boolean holds = true;
        while (holds && end.millisSince(world.now()) >= World.TICK_MILLIS) {
            if (random.chance(TOTAL_CHANGES)) {
                world.total(random.total(stations));
            } else {
                int station = random.between(0, stations - 1);
                world.command(station, random.commandOfSite(world.settings(station)));
            }
            SiteTime next = world.now().plusMillis(random.rest() / Math.min(stations, BUSY));
            holds = world.advanceTo(next.compareTo(end) < 0 ? next : end);
        }
    }
}
