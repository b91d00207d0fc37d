package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.LimitLink;
import plugwright.model.LimitReason;
import plugwright.model.ReasonKind;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.sim.VehicleSpec;

class LiveValuesTest {

    private final Bench bench = new Bench(
                    StationSettings.ofDouble(Ampere.of(25), Ampere.of(32)).with(Feature.ON))
            .plug(ONE, VehicleSpec.of(3, Ampere.of(32)))
            .plug(TWO, VehicleSpec.of(1, Ampere.of(32)))
            .run(200);
    private final Map<PropertyId, PropertyValue> values = LiveValues.of(bench.world.snapshot());

    private PropertyValue value(String id) {
        return values.get(PropertyId.of(id));
    }

    @Test
    void saysWhatTheStationDoes() {
        assertThat(value("2501_1")).isEqualTo(PropertyValue.of(14));
        assertThat(value("2502_1")).isEqualTo(PropertyValue.of(14));
        assertThat(value("2501_2")).isEqualTo(PropertyValue.of(35));
        assertThat(value("2501_4")).isEqualTo(PropertyValue.of(194));
        assertThat(value("2511_2")).isEqualTo(PropertyValue.of(220));
        assertThat(value("2511_3")).isEqualTo(PropertyValue.of(2083));
        assertThat(value("2221_3")).isEqualTo(PropertyValue.of(230.0));
        assertThat(value("2221_A").number()).isCloseTo(12.4, within(0.1));
        assertThat(value("3221_A").number()).isCloseTo(12.4, within(0.1));
        assertThat(value("3221_B").number()).isZero();
        assertThat(value("2221_16").number()).isCloseTo(3 * 230 * 12.37, within(30.0));
        assertThat(value("2221_22").number()).isGreaterThan(100);
        assertThat(value("F010_1")).isEqualTo(PropertyValue.of(12.5));
        assertThat(value("F010_5")).isEqualTo(PropertyValue.of("DARK_BLUE"));
        assertThat(value("F020_7")).isEqualTo(PropertyValue.of("C2"));
    }

    @Test
    void carriesTheReasonAndItsChain() {
        List<Integer> arguments = List.of(1, 2, 0, 25_000);
        assertThat(LimitReason.parse((int) value("F010_2").number(), value("F010_3").text()))
                .contains(new LimitReason(ReasonKind.SHARED, arguments));
        List<LimitLink> chain = LimitLink.parse(value("F010_4").text());
        assertThat(chain.getFirst()).isEqualTo(new LimitLink(ReasonKind.SHARED, new Ampere(12_500)));
        assertThat(chain)
                .contains(
                        new LimitLink(ReasonKind.GROUP, Ampere.of(25)),
                        new LimitLink(ReasonKind.SOCKET_MAXIMUM, Ampere.of(32)),
                        new LimitLink(ReasonKind.CABLE, Ampere.of(32)));
    }

    @Test
    void fitsTheCatalogueAndLeavesNoLiveValueOut() {
        Catalogue catalogue = Catalogue.shipped();
        for (String prefix : List.of("2501_", "2502_", "2511_", "2512_", "2221_", "F010_", "F020_")) {
            assertThat(catalogue.all().stream()
                            .map(p -> p.id().toString())
                            .filter(id -> id.startsWith(prefix)))
                    .allMatch(id -> values.containsKey(PropertyId.of(id)));
        }
        values.forEach((id, value) -> catalogue.find(id).ifPresent(property -> assertThat(value.text().length())
                .as("%s", id)
                .isLessThan(property.id().object() >= 0xF000 ? 512 : 64)));
    }

    @Test
    void addsUpEnergyAsThePowerFlows() {
        double before = bench.at(ONE).reading().energy();
        double watt = bench.at(ONE).reading().watt();
        bench.run(3600);
        assertThat(bench.at(ONE).reading().energy() - before).isCloseTo(watt, within(watt * 0.001));
        double perPhase = IntStream.range(0, 3)
                .mapToDouble(p -> bench.at(ONE).reading().wattHours().get(p))
                .sum();
        assertThat(bench.at(ONE).reading().energy()).isCloseTo(perPhase, within(1e-6));
    }

    @Test
    @Tag("UIF-1")
    void showsMessage302AndBlinksRedAndBlueAfterAnOvercurrent() {
        FrontPanel panel = new FrontPanel(
                plugwright.model.LedPattern.RED_BLUE_BLINKING, FrontPanel.Message.OVERCURRENT, 0, 0);
        assertThat(panel.text(java.util.Locale.ENGLISH))
                .isEqualTo("302: One moment please. Your charging session will resume shortly.");
    }
}
