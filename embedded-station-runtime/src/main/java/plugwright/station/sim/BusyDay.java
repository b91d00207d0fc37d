package plugwright.station.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;

/** A day by which the simulator's speed is measured: all sockets in use, turns, probes and batteries that get full. */
public final class BusyDay {

    private static final SiteTime START = new SiteTime(1_767_225_600_000L);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** At one station others come so often, at both sockets. */
    private static final int ANOTHER_EACH_HOURS = 4;

    /** For each station of a site: too little for all. */
    private static final int AMPERE_A_STATION = 10;

    /** Phases of neighbours are rotated. */
    private static final List<PhaseMapping> MAPPINGS =
            List.of(PhaseMapping.L1L2L3, PhaseMapping.L2L3L1, PhaseMapping.L3L1L2);

    private final Random random = new Random(1);

    private BusyDay() {}

    /** What came of it. */
    public record Result(Duration simulated, Optional<Breach> breach) {}

    /** One double station of 25 A with load balancing; two other vehicles each four hours. */
    public static Result ofOneStation() {
        BusyDay day = new BusyDay();
        WatchedWorld watched = new WatchedWorld(
                StationSettings.ofDouble(Ampere.of(25), Ampere.of(32)).with(Feature.ON), START);
        for (int hour = 0; hour < DAY.toHours(); hour += ANOTHER_EACH_HOURS) {
            for (SocketNumber socket : SocketNumber.values()) {
                watched.command(new WorldCommand.PlugIn(socket, day.vehicle()));
                watched.advanceTo(watched.world().now().plus(Duration.ofMinutes(ANOTHER_EACH_HOURS)));
            }
            watched.advanceTo(START.plus(HOUR.multipliedBy(hour + ANOTHER_EACH_HOURS)));
        }
        return new Result(Duration.ofMillis(watched.world().now().millisSince(START)), watched.breach());
    }

    /** Double stations under one total of 10 A a station; in the first hour a vehicle comes to each socket and stays. */
    public static Result ofSite(int stations) {
        BusyDay day = new BusyDay();
        List<StationSettings> all = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            PhaseMapping mapping = MAPPINGS.get(i % MAPPINGS.size());
            all.add(StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                    .with(Feature.ON)
                    .withMapping(Supply.THREE_PHASES, Feeders.SINGLE, List.of(mapping, mapping)));
        }
        SiteWorld world = new SiteWorld(all, Ampere.of(AMPERE_A_STATION * stations), START);
        Duration apart = HOUR.dividedBy((long) stations * StationSettings.MAX_SOCKETS);
        for (int station = 0; station < stations; station++) {
            for (SocketNumber socket : SocketNumber.values()) {
                world.command(station, new WorldCommand.PlugIn(socket, day.vehicle()));
                world.advanceTo(world.now().plus(apart));
            }
        }
        world.advanceTo(START.plus(DAY));
        return new Result(Duration.ofMillis(world.now().millisSince(START)), world.breach());
    }

    private VehicleSpec vehicle() {
        int capacity = 30_000 + random.nextInt(50_000);
        return VehicleSpec.of(1 + random.nextInt(Limits.PHASES), Ampere.of(16 + random.nextInt(17)))
                .needing(Ampere.of(random.nextInt(4) == 0 ? 14 : 6))
                .with(new BatterySpec(capacity, random.nextInt(capacity)));
    }
}
