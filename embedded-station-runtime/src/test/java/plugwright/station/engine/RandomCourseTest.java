package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.mode3.Cable;
import plugwright.station.sim.VehicleSpec;

/** Random courses of events on random stations; {@link Bench} checks what must hold after every tick. */
class RandomCourseTest {

    private static final PhaseMapping[] THREE_PHASE = {
        PhaseMapping.L1L2L3, PhaseMapping.L1L3L2, PhaseMapping.L2L1L3, PhaseMapping.L2L3L1, PhaseMapping.L3L1L2,
        PhaseMapping.L3L2L1
    };
    private static final int EVENTS = 40;

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    @Tag("STA-2")
    @Tag("PRB-3")
    @Tag("SLB-1")
    void neverTellsMoreThanTheLimitsNorBetweenZeroAndTheMinimum(@ForAll long seed) {
        Random random = new Random(seed);
        Bench bench = new Bench(settings(random));
        for (int event = 0; event < EVENTS; event++) {
            SocketNumber socket = SocketNumber.values()[random.nextInt(bench.world.settings().sockets())];
            switch (random.nextInt(5)) {
                case 0, 1 -> bench.plug(socket, vehicle(random));
                case 2 -> bench.unplug(socket);
                case 3 -> bench.settings(changed(bench.world.settings(), random));
                default -> bench.run(random.nextInt(600));
            }
            bench.run(random.nextInt(100));
        }
    }

    private static StationSettings settings(Random random) {
        Ampere maximum = Ampere.of(6 + random.nextInt(58));
        StationSettings settings = random.nextInt(6) == 0
                ? StationSettings.ofSingle(maximum, Ampere.of(32))
                : StationSettings.ofDouble(maximum, Ampere.of(10 + random.nextInt(23)));
        PhaseMapping mapping = THREE_PHASE[random.nextInt(THREE_PHASE.length)];
        PhaseMapping other = THREE_PHASE[random.nextInt(THREE_PHASE.length)];
        boolean dual = settings.sockets() == 2 && random.nextInt(3) == 0;
        List<PhaseMapping> mappings =
                settings.sockets() == 1 ? List.of(mapping) : List.of(mapping, dual ? other : mapping);
        return settings.with(Feature.values()[random.nextInt(3)])
                .withMapping(
                        random.nextInt(4) == 0 ? Supply.ONE_PHASE : Supply.THREE_PHASES,
                        dual ? Feeders.DUAL : Feeders.SINGLE,
                        mappings)
                .withTiming(Ampere.of(6 + random.nextInt(20)), Duration.ofSeconds(60 + random.nextInt(900)));
    }

    private static StationSettings changed(StationSettings settings, Random random) {
        return settings.withStationMaximum(new Ampere(random.nextInt(64_000)))
                .with(Feature.values()[random.nextInt(3)]);
    }

    private static VehicleSpec vehicle(Random random) {
        return VehicleSpec.of(1 + random.nextInt(3), Ampere.of(6 + random.nextInt(27)))
                .needing(Ampere.of(random.nextInt(3) == 0 ? 14 : 6))
                .with(Cable.values()[random.nextInt(Cable.values().length)])
                .moving(random.nextInt(5_000), 1_000 + random.nextInt(10_000), 970 + random.nextInt(31));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void takesTheSameCourseWhenTheSameThingsHappen(@ForAll long seed) {
        assertThat(course(seed)).isEqualTo(course(seed));
    }

    private static String course(long seed) {
        Random random = new Random(seed);
        Bench bench = new Bench(settings(random));
        bench.plug(SocketNumber.ONE, vehicle(random)).run(300);
        return bench.log + bench.world.snapshot().toString();
    }
}
