package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.sim.VehicleSpec;

/** Two feeders, one for each socket. */
class FeedersTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));

    /** A feeder carries what its own connector may have (guide §3.1.2.1). */
    @Test
    @Tag("STA-8")
    void givesEachSocketWhatItsOwnFeederCarriesWhenTheyDiffer() {
        StationSettings dual = StationSettings.ofDouble(Ampere.of(48), Ampere.of(32))
                .withConnectorMaximum(List.of(Ampere.of(16), Ampere.of(32)))
                .withMapping(Supply.THREE_PHASES, Feeders.DUAL, List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3));
        Bench bench = new Bench(dual).plug(ONE, THREE).plug(TWO, THREE).run(200);
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.told(TWO)).isEqualTo(32);
    }
}
