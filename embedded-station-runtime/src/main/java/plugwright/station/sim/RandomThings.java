package plugwright.station.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.mode3.Cable;

/** Random stations, vehicles and what happens to them, all from one seed. */
final class RandomThings {

    private static final List<PhaseMapping> THREE_PHASE = List.of(
            PhaseMapping.L1L2L3, PhaseMapping.L1L3L2, PhaseMapping.L2L1L3, PhaseMapping.L2L3L1, PhaseMapping.L3L1L2,
            PhaseMapping.L3L2L1);

    private static final int MILLIS = 1_000;

    /** Between two events; three in four follow sooner, while things are still moving. */
    private static final int LONGEST_REST_SECONDS = 3_600;

    private static final int SHORT_REST_SECONDS = 200;

    private final Random random;

    RandomThings(long seed) {
        this.random = new Random(seed);
    }

    /** How long nothing is done, in ms. */
    int rest() {
        int most = chance(4) ? LONGEST_REST_SECONDS : SHORT_REST_SECONDS;
        return between(0, most * MILLIS);
    }

    /** Something done to a station with these settings. */
    WorldCommand command(StationSettings settings) {
        SocketNumber socket = SocketNumber.values()[random.nextInt(settings.sockets())];
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4, 5 -> new WorldCommand.PlugIn(socket, vehicle());
            case 6, 7, 8 -> new WorldCommand.Unplug(socket);
            case 9, 10 -> new WorldCommand.ChangeSettings(changed(settings));
            default -> new WorldCommand.Boot(settings, BootReason.COMMAND);
        };
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    StationSettings settings() {
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

    /** As many stations as will be, with one probing current and one period as a network has them. */
    List<StationSettings> site(int stations) {
        StationSettings first = settings();
        List<StationSettings> all = new ArrayList<>();
        for (int i = 0; i < stations; i++) {
            all.add(settings().withTiming(first.probingCurrent(), first.alternatingPeriod()));
        }
        return all;
    }

    /** A total that makes so many sockets share or take turns. */
    Ampere total(int stations) {
        return new Ampere(between(6_000, 6_000 + 25_000 * stations));
    }

    /** What of a site's stations may change by itself: not the timing, which is the network's. */
    WorldCommand commandOfSite(StationSettings settings) {
        return switch (command(settings)) {
            case WorldCommand.ChangeSettings change -> new WorldCommand.ChangeSettings(
                    change.settings().withTiming(settings.probingCurrent(), settings.alternatingPeriod()));
            case WorldCommand other -> other;
        };
    }

    VehicleSpec vehicle() {
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
            case 6 -> Quirks.NONE.pausing(Quirks.Pausing.GOES_TO_B);
            default -> Quirks.NONE;
        };
    }
}
