package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.meter.GridReading;
import plugwright.meter.SignSource;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

class MapDecoderTest {

    private static final Scale CENTI = new Scale.Factor(0.01);

    /** One phase: current at 0, power at 2, voltage at 4. */
    private static MeterMap map(Direction direction) {
        return new MeterMap(
                "test",
                FunctionCode.HOLDING,
                WordOrder.HIGH_FIRST,
                direction,
                MeterMap.MODBUS_MAX_REGISTERS,
                MeterMap.Gaps.READABLE,
                List.of(new Register(0, RegisterType.INT16, CENTI)),
                List.of(new Register(2, RegisterType.INT32, Scale.ONE)),
                List.of(new Register(4, RegisterType.UINT16, new Scale.Factor(0.1))));
    }

    private static RegisterImage image(double ampere, int watt) {
        RegisterImage image = new RegisterImage();
        image.put(0, new int[] {(int) Math.round(ampere * 100)});
        image.put(2, new int[] {watt >>> 16, watt});
        image.put(4, new int[] {2300});
        return image;
    }

    private static Ampere guarded(Outcome<GridReading> reading) {
        return reading instanceof Outcome.Ok<GridReading>(var ok) ? ok.guarded().l1() : Ampere.of(9_999);
    }

    /** The guide's table (§5.1.4.3): house, PV and vehicle, and what the meter at the connection shows. */
    @Tag("ALB-2")
    @ParameterizedTest
    @CsvSource({
        "0,  0,  0,  0",
        "2,  0,  0,  2",
        "0,  0,  12, 12",
        "0,  12, 0,  -12",
        "12, 12, 0,  0",
        "2,  12, 0,  -10",
        "0,  12, 6,  -6",
        "0,  12, 12, 0",
        "2,  12, 6,  -4",
        "6,  12, 6,  0",
        "2,  12, 16, 6",
    })
    void tellsFeedInByTheSignOrByThePower(int house, int pv, int vehicle, int expected) {
        int flow = house + vehicle - pv;
        assertThat(flow).isEqualTo(expected);
        int watt = flow * 230;
        assertThat(guarded(MapDecoder.decode(map(Direction.SIGNED_CURRENT), image(flow, watt))))
                .isEqualTo(Ampere.of(expected));
        assertThat(guarded(MapDecoder.decode(map(Direction.FROM_POWER), image(Math.abs(flow), watt))))
                .isEqualTo(Ampere.of(expected));
        assertThat(guarded(MapDecoder.decode(map(Direction.NOT_TOLD), image(Math.abs(flow), watt))))
                .isEqualTo(Ampere.of(Math.abs(expected)));
    }

    @Test
    @Tag("ALB-2")
    void saysWhereFeedInCannotBeTold() {
        assertThat(MapDecoder.decode(map(Direction.NOT_TOLD), image(12, -2_760)))
                .isInstanceOfSatisfying(Outcome.Ok.class, ok -> {
                    GridReading reading = (GridReading) ok.value();
                    assertThat(reading.tellsFeedIn()).isFalse();
                    assertThat(reading.phases().getFirst().sign()).isEqualTo(SignSource.UNKNOWN);
                });
    }

    /** 1 kW fed in at 10 A: 4.348 A of it make room, the rest is reactive. */
    @Test
    @Tag("ALB-2")
    void countsFeedInByItsActivePower() {
        assertThat(guarded(MapDecoder.decode(map(Direction.FROM_POWER), image(10, -1_000))))
                .isEqualTo(new Ampere(-4_348));
        assertThat(guarded(MapDecoder.decode(map(Direction.SIGNED_CURRENT), image(-10, 1_000))))
                .isEqualTo(Ampere.ZERO);
    }

    @Test
    @Tag("MBM-3")
    void countsAsConsumptionWhenThePowerIsMissing() {
        RegisterImage image = image(12, 0x7FFF_FFFF);
        assertThat(guarded(MapDecoder.decode(map(Direction.FROM_POWER), image))).isEqualTo(Ampere.of(12));
    }

    @Test
    @Tag("MBM-3")
    void isImplausibleWhenACurrentIsMissingOrAbsurd() {
        RegisterImage none = image(0, 0);
        none.put(0, new int[] {0x7FFF});
        RegisterImage nothing = new RegisterImage();
        for (RegisterImage bad : List.of(none, nothing, image(1, 2_000_000))) {
            assertThat(MapDecoder.decode(map(Direction.FROM_POWER), bad))
                    .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(
                                    f.problem().code())
                            .isEqualTo(ProblemCode.METER_IMPLAUSIBLE));
        }
        MeterMap wrongScale = new MeterMap(
                "kA", FunctionCode.INPUT, WordOrder.HIGH_FIRST, Direction.NOT_TOLD, 125, MeterMap.Gaps.READABLE,
                List.of(new Register(0, RegisterType.INT16, new Scale.Factor(1_000))), List.of(), List.of());
        assertThat(MapDecoder.decode(wrongScale, image(0.06, 0))).isInstanceOfSatisfying(Outcome.Failed.class, f ->
                assertThat(f.problem().details()).containsExactly("I L1", "6000 A"));
    }

    /** Any words in any map: a fault, or currents that a house connection can have. */
    @Test
    @Tag("MBM-3")
    void neverThrowsAndNeverTellsTheImpossibleWhateverTheWords() {
        Random random = new Random(1);
        List<MeterPreset> presets = MeterPresets.shipped().usable();
        int decoded = 0;
        for (int i = 0; i < 20_000; i++) {
            MeterMap map = presets.get(random.nextInt(presets.size())).map();
            RegisterImage image = new RegisterImage();
            for (RegisterBlock block : map.reads()) {
                image.put(block.address(), random.ints(block.count()).toArray());
            }
            if (MapDecoder.decode(map, image) instanceof Outcome.Ok<GridReading>(var reading)) {
                decoded++;
                reading.phases().forEach(p -> assertThat(Math.abs(p.guarded().value())).isLessThanOrEqualTo(5_000));
            }
        }
        assertThat(decoded).isPositive();
    }
}
