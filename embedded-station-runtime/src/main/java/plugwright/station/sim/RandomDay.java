package plugwright.station.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.mode3.Cable;

/**
 * A random station with random vehicles and settings for a day, all from one seed: the same seed gives the same day
 * to the millisecond.
 */
public final class RandomDay {

    /** A day that begins on 2026-01-01 at midnight; any other would do. */
    private static final SiteTime START = new SiteTime(1_767_225_600_000L);

    private static final List<PhaseMapping> THREE_PHASE = List.of(
            PhaseMapping.L1L2L3, PhaseMapping.L1L3L2, PhaseMapping.L2L1L3, PhaseMapping.L2L3L1, PhaseMapping.L3L1L2,
            PhaseMapping.L3L2L1);

    private static final int MILLIS = 1_000;

    /** Between two events; three in four follow sooner, while things are still moving. */
    private static final int LONGEST_REST_SECONDS = 3_600;

    private static final int SHORT_REST_SECONDS = 200;

    private final Random random;
    private final WatchedWorld watched;
    private final SiteTime end;

    /** What came of a day. */
    public record Result(long seed, Duration simulated, Optional<Breach> breach) {}

    private RandomDay(long seed, Duration length, World.Pace pace, World.Witness witness) {
        this.random = new Random(seed);
        this.watched = new WatchedWorld(settings(), START, pace, witness);
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
            watched.command(command());
            int most = chance(4) ? LONGEST_REST_SECONDS : SHORT_REST_SECONDS;
            SiteTime next = watched.world().now().plusMillis(between(0, most * MILLIS));
            holds = watched.advanceTo(next.compareTo(end) < 0 ? next : end);
            if (end.millisSince(watched.world().now()) < World.TICK_MILLIS) {
                return;
            }
        }
    }

    private WorldCommand command() {
        StationSettings settings = watched.world().settings();
        SocketNumber socket = SocketNumber.values()[random.nextInt(settings.sockets())];
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4, 5 -> new WorldCommand.PlugIn(socket, vehicle());
            case 6, 7, 8 -> new WorldCommand.Unplug(socket);
            case 9, 10 -> new WorldCommand.ChangeSettings(changed(settings));
            default -> new WorldCommand.Boot(settings, BootReason.COMMAND);
        };
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private StationSettings settings() {
        Ampere maximum = Ampere.of(between(6, 63));
        StationSettings settings = chance(6)
                ? StationSettings.ofSingle(maximum, Ampere.of(between(6, 32)))
                : StationSettings.ofDouble(maximum, Ampere.of(between(10, 32)));
        PhaseMapping mapping = THREE_PHASE.get(random.nextInt(THREE_PHASE.size()));
        PhaseMapping other = THREE_PHASE.get(random.nextInt(THREE_PHASE.size()));
        boolean dual = settings.sockets() == 2 && chance(3);
        List<PhaseMapping> mappings =
                settings.sockets() == 1 ? List.of(mapping) : List.of(mapping, dual ? other : mapping);
        return settings.with(chance(4) ? Feature.OFF : Feature.ON)
                .withMapping(
                        chance(4) ? Supply.ONE_PHASE : Supply.THREE_PHASES,
                        dual ? Feeders.DUAL : Feeders.SINGLE,
                        mappings)
                .withTiming(Ampere.of(chance(3) ? between(6, 32) : 14), Duration.ofSeconds(between(60, 1_800)));
    }

    private StationSettings changed(StationSettings settings) {
        return switch (random.nextInt(4)) {
            case 0 -> settings.with(chance(3) ? Feature.OFF : Feature.ON);
            case 1 ->
                settings.withTiming(Ampere.of(between(6, 20)), Duration.ofSeconds(between(60, 1_800)));
            default -> settings.withStationMaximum(new Ampere(between(0, 50_000)));
        };
    }

    private VehicleSpec vehicle() {
        VehicleSpec vehicle = VehicleSpec.of(between(1, Limits.PHASES), Ampere.of(between(6, 32)))
                .needing(Ampere.of(chance(3) ? 14 : 6))
                .with(Cable.values()[random.nextInt(Cable.values().length)])
                .moving(between(0, 5_000), between(1_000, 11_000), between(970, 1_000))
                .with(quirks());
        return chance(2) ? vehicle : vehicle.with(battery());
    }

    private BatterySpec battery() {
        int capacity = between(20_000, 90_000);
        return new BatterySpec(capacity, between(0, capacity));
    }

    private Quirks quirks() {
        return switch (random.nextInt(12)) {
            case 0 -> Quirks.NONE.keepingDrawing(between(1_000, Quirks.MAX_KEEPS_DRAWING_MILLIS));
            case 1 -> Quirks.NONE.resuming(Quirks.Resuming.WHEN_WOKEN);
            case 2 -> Quirks.NONE.using(between(300, 950));
            case 3 -> Quirks.NONE.using(between(1_010, 1_080));
            case 4 -> Quirks.NONE.comingBackOn(between(1, Limits.PHASES));
            case 5 -> Quirks.NONE.cycling(between(5, 1_200), between(5, 1_200));
            default -> Quirks.NONE;
        };
    }
}
