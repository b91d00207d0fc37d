package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.FeatureSet;
import plugwright.model.Ampere;
import plugwright.model.LimitReason;
import plugwright.model.PhaseMapping;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationEvent.Outlet;
import plugwright.station.engine.StationSettings;
import plugwright.station.mode3.Cable;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.StationShape;

class EngineSettingsTest {

    private static PropertySpace space(StationShape shape) {
        return PropertySpace.ofNew(Catalogue.shipped(), shape, Map.of());
    }

    private static StationSettings settings(PropertySpace space) {
        return EngineSettings.of(space, FeatureSet.ofBits(7));
    }

    @ParameterizedTest(name = "Phase-Connected {0}, SCN name ''{1}'', mappings {2} and {3}")
    @CsvSource({
        "L2L3L1, '', 4, 9, L2L3L1, L2L3L1",
        "L2L3L1, SITE, 4, 9, L1L2L3, L3L2L1",
        "L3L1L2, SITE, 7, 7, L2L3L1, L2L3L1",
    })
    @Tag("STA-12")
    void takesTheSequenceFromPhaseConnectedAloneAndFromTheFeedersMappingInANetwork(
            String rotation, String name, int first, int second, PhaseMapping one, PhaseMapping two) {
        PropertySpace space = space(StationShape.ofTwo())
                .with(Known.PHASE_ROTATION, PropertyValue.of(rotation))
                .with(Known.SCN_NAME, PropertyValue.of(name))
                .with(PropertyId.of("2180_7"), PropertyValue.of(first))
                .with(PropertyId.of("2180_9"), PropertyValue.of(second));
        assertThat(settings(space).phaseMapping()).containsExactly(one, two);
    }

    /** 2064_0 bit 2, the data source a meter, and a protocol that a meter speaks. */
    @ParameterizedTest(name = "mode {0}, source {1}, protocol {2}, unlocked {3}")
    @CsvSource({
        "3, 0, 5, 6, true", "3, 1, 4, 6, true", "1, 0, 5, 6, false", "3, 3, 5, 6, false", "3, 0, -1, 6, false",
        "3, 0, 5, 2, false",
    })
    @Tag("LIC-2")
    @Tag("ALB-1")
    void balancesByAMeterWhenThatIsUnlockedAndOn(int mode, int source, int protocol, int unlocked, boolean expected) {
        PropertySpace space = space(StationShape.ofTwo())
                .with(Known.LOAD_BALANCING_MODE, PropertyValue.of(mode))
                .with(PropertyId.of("2530_1"), PropertyValue.of(source))
                .with(PropertyId.of("5217_0"), PropertyValue.of(protocol))
                .with(PropertyId.of("206F_0"), PropertyValue.of(1))
                .with(Known.SAFE_CURRENT, PropertyValue.of(9));
        assertThat(EngineSettings.of(space, FeatureSet.ofBits(unlocked)).activeBalancing())
                .isEqualTo(expected
                        ? Optional.of(new ActiveBalancing(
                                Ampere.of(25), Ampere.of(9), ActiveBalancing.Includes.STATION,
                                protocol == 5
                                        ? new ActiveBalancing.Source.P1()
                                        : new ActiveBalancing.Source.Modbus("192.168.0.5", 502)))
                        : Optional.empty());
    }

    @Test
    @Tag("STA-10")
    void capsASecondOutletByItsOwnMaximumWhereAStationHasOne() {
        StationShape outlets = new StationShape(2, StationShape.SecondOutlets.TYPE_E);
        PropertySpace space = space(outlets)
                .with(PropertyId.of("2173_0"), PropertyValue.of(10.0))
                .with(PropertyId.of("3173_0"), PropertyValue.of(13.0));
        assertThat(settings(space).secondOutletMaximum()).isEqualTo(List.of(Ampere.of(10), Ampere.of(13)));
        assertThat(settings(space(StationShape.ofTwo())).secondOutletMaximum()).isEmpty();

        SiteTime now = new SiteTime(1_700_000_000_000L);
        StationEngine engine = new StationEngine(settings(space), now);
        engine.step(new StationEvent.Booted(settings(space), BootReason.POWER_ON), now);
        engine.step(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32, Outlet.SECOND), now);
        engine.step(new StationEvent.Plugged(SocketNumber.TWO, Cable.A32), now);
        for (int k = 0; k < 600; k++) {
            now = now.plusMillis(200);
            engine.step(new StationEvent.Tick(), now);
        }
        assertThat(engine.look(SocketNumber.ONE).told()).isEqualTo(10_000);
        assertThat(engine.snapshot().socket(SocketNumber.ONE).offer().reason())
                .isEqualTo(LimitReason.of(ReasonKind.OUTLET_MAXIMUM, 10_000));
        assertThat(engine.look(SocketNumber.TWO).told()).isGreaterThan(10_000);
    }
}
