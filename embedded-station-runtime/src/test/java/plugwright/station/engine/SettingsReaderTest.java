package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;

class SettingsReaderTest {

    private final Map<PropertyId, PropertyValue> values = new HashMap<>();

    SettingsReaderTest() {
        put("205E_0", PropertyValue.of(2));
        put("2062_0", PropertyValue.of(25.0));
        put("2064_0", PropertyValue.of(1));
        put("2069_0", PropertyValue.of("L2L3L1"));
        put("206A_0", PropertyValue.of(13.0));
        put("2129_0", PropertyValue.of(16.0));
        put("3129_0", PropertyValue.of(12.699999809265137));
        put("2180_1", PropertyValue.of(""));
        put("2180_4", PropertyValue.of(600));
        put("2180_7", PropertyValue.of(5));
        put("2180_9", PropertyValue.of(9));
        put("2189_0", PropertyValue.of(3));
        put("21A2_0", PropertyValue.of(2));
        put("F001_0", PropertyValue.of(1));
    }

    private void put(String id, PropertyValue value) {
        values.put(PropertyId.of(id), value);
    }

    private StationSettings read() {
        return SettingsReader.read(id -> Optional.ofNullable(values.get(id)));
    }

    @Test
    @Tag("STA-12")
    void readsAStandAloneStation() {
        assertThat(read()).isEqualTo(new StationSettings(
                Supply.THREE_PHASES,
                Feeders.SINGLE,
                Ampere.of(25),
                List.of(Ampere.of(16), new Ampere(12_700)),
                List.of(PhaseMapping.L2L3L1, PhaseMapping.L2L3L1),
                Feature.ON,
                Ampere.of(13),
                Duration.ofSeconds(600)));
    }

    @Test
    @Tag("STA-12")
    void takesTheMappingsOfAMemberFromItsNetworkSettings() {
        put("2180_1", PropertyValue.of("PARKING"));
        put("F001_0", PropertyValue.of(2));
        assertThat(read().phaseMapping()).containsExactly(PhaseMapping.L1L3L2, PhaseMapping.L3L2L1);
        assertThat(read().feeders()).isEqualTo(Feeders.DUAL);
    }

    @Test
    @Tag("LIC-2")
    void sharesOnlyWhenUnlockedAndOn() {
        put("21A2_0", PropertyValue.of(0));
        assertThat(read().standardLoadBalancing()).isEqualTo(Feature.LOCKED);
        put("21A2_0", PropertyValue.of(7));
        put("2064_0", PropertyValue.of(2));
        assertThat(read().standardLoadBalancing()).isEqualTo(Feature.OFF);
    }

    @Test
    void givesNothingWhereValuesMakeNoSense() {
        put("2062_0", PropertyValue.of(-5.0));
        put("2069_0", PropertyValue.of("L4"));
        values.remove(PropertyId.of("2129_0"));
        assertThat(read().stationMaximum()).isEqualTo(Ampere.ZERO);
        assertThat(read().connectorMaximum().getFirst()).isEqualTo(Ampere.ZERO);
        assertThat(read().isUsable()).isFalse();
        Bench bench = new Bench(read()).plug(Bench.ONE, plugwright.station.sim.VehicleSpec.of(1, Ampere.of(16))).run(60);
        assertThat(bench.told(Bench.ONE)).isZero();
    }

    @Test
    void keepsWhatNeedsARebootUntilThen() {
        StationSettings running = read();
        put("2062_0", PropertyValue.of(20.0));
        put("2064_0", PropertyValue.of(0));
        StationSettings after = running.withoutReboot(read());
        assertThat(after.stationMaximum()).isEqualTo(Ampere.of(20));
        assertThat(after.standardLoadBalancing()).isEqualTo(Feature.ON);
    }
}
