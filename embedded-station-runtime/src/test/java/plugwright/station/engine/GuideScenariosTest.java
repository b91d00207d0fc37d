package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.sim.VehicleSpec;

/** The examples of guide §3.1.1.1 and the capacity table of §4.1, as printed there. */
class GuideScenariosTest {

    /** Both are probed, one after the other where they share, and limits have settled. */
    private static final double SETTLED_SECONDS = 200;

    private static StationSettings station(String kind) {
        Ampere feeder = Ampere.of(25);
        StationSettings settings =
                StationSettings.ofDouble(feeder, feeder).with(Feature.ON);
        return switch (kind) {
            case "one phase, one feeder" ->
                settings.withMapping(Supply.ONE_PHASE, Feeders.SINGLE, List.of(PhaseMapping.L1, PhaseMapping.L1));
            case "one phase, two feeders" ->
                settings.withMapping(Supply.ONE_PHASE, Feeders.DUAL, List.of(PhaseMapping.L1, PhaseMapping.L2))
                        .withStationMaximum(Ampere.of(50));
            case "three phases, one feeder" -> settings;
            case "three phases, two feeders" ->
                settings.withMapping(
                                Supply.THREE_PHASES,
                                Feeders.DUAL,
                                List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3))
                        .withStationMaximum(Ampere.of(50));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest(name = "{0}: {1}, {2} and {3} phases")
    @CsvSource({
        "A, 'one phase, one feeder', 1, 1, 12.5, 12.5",
        "B, 'one phase, one feeder', 3, 3, 12.5, 12.5",
        "C, 'one phase, two feeders', 1, 1, 25, 25",
        "D, 'one phase, two feeders', 2, 3, 25, 25",
        "E, 'three phases, one feeder', 1, 1, 25, 25",
        "F, 'three phases, one feeder', 2, 1, 25, 25",
        "G, 'three phases, one feeder', 2, 2, 12.5, 12.5",
        "H, 'three phases, one feeder', 3, 1, 12.5, 12.5",
        "H, 'three phases, one feeder', 2, 3, 12.5, 12.5",
        "H, 'three phases, one feeder', 3, 3, 12.5, 12.5",
        "I, 'three phases, two feeders', 1, 1, 25, 25",
        "I, 'three phases, two feeders', 2, 2, 25, 25",
        "I, 'three phases, two feeders', 3, 3, 25, 25"
    })
    @Tag("STA-4")
    @Tag("STA-5")
    @Tag("STA-8")
    @Tag("STA-9")
    @Tag("SLB-1")
    void givesThePrintedCurrentsWhenBothSocketsAreInUse(
            String scenario, String kind, int phases1, int phases2, double current1, double current2) {
        Bench bench = new Bench(station(kind))
                .plug(ONE, VehicleSpec.of(phases1, Ampere.of(32)))
                .plug(TWO, VehicleSpec.of(phases2, Ampere.of(32)))
                .run(SETTLED_SECONDS);

        assertThat(bench.told(ONE)).isEqualTo(current1);
        assertThat(bench.told(TWO)).isEqualTo(current2);
    }

    /** The table's kW are those of one phase cut to a tenth, or of three; 11.4 is 2 × 5.7. */
    @ParameterizedTest(name = "{0}: {1} and {2} phases")
    @CsvSource({
        "'one phase, one feeder', 1, 0, 5.7, 0",
        "'one phase, one feeder', 1, 1, 2.8, 2.8",
        "'three phases, one feeder', 1, 0, 5.7, 0",
        "'three phases, one feeder', 1, 1, 5.7, 5.7",
        "'three phases, one feeder', 1, 2, 5.7, 11.4",
        "'three phases, one feeder', 3, 0, 17.2, 0",
        "'three phases, one feeder', 3, 3, 8.6, 8.6",
        "'three phases, one feeder', 3, 1, 8.6, 2.8",
        "'three phases, one feeder', 3, 2, 8.6, 5.6",
        "'three phases, two feeders', 3, 3, 17.2, 17.2"
    })
    @Tag("STA-9")
    void givesThePrintedPowerOfTheCapacityTable(String kind, int phases1, int phases2, double kw1, double kw2) {
        Bench bench = new Bench(station(kind)).plug(ONE, VehicleSpec.of(phases1, Ampere.of(32)));
        if (phases2 > 0) {
            bench.plug(TWO, VehicleSpec.of(phases2, Ampere.of(32)));
        }
        bench.run(SETTLED_SECONDS);

        assertThat(tablePower(bench.told(ONE), phases1)).isEqualTo(kw1);
        assertThat(tablePower(bench.told(TWO), phases2)).isEqualTo(kw2);
    }

    /** Two phases are printed as twice one phase, three as the whole: 2 × 5.7 = 11.4, 3 × 25 A = 17.2. */
    private static double tablePower(double ampere, int phases) {
        int tenths = phases == 2 ? 2 * (int) (ampere * 2.3) : (int) (ampere * 2.3 * phases);
        return tenths / 10.0;
    }
}
