package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** A map of slots; measurands 7 to 9 are currents, 16 to 18 powers, 0 to 2 voltages. */
@Tag("MBM-2")
class StoredMapTest {

    private static final int FLOAT32 = 6;
    private static final int UINT32 = 3;
    private static final int INT32 = 2;

    private static List<StoredMap.Slot> three(int measurand, int register, int type, int powerOfTen) {
        List<StoredMap.Slot> slots = new ArrayList<>();
        for (int phase = 0; phase < 3; phase++) {
            slots.add(new StoredMap.Slot(measurand + phase, register + 2 * phase, type, powerOfTen));
        }
        return slots;
    }

    private static MeterMap ok(List<StoredMap.Slot> slots, int order, int function) {
        return ((Outcome.Ok<MeterMap>) StoredMap.of(slots, order, function)).value();
    }

    @Test
    void takesTheSignFromPowersAndLeavesOutWhatIsUnused() {
        List<StoredMap.Slot> slots = new ArrayList<>(three(7, 50_528, UINT32, -3));
        slots.addAll(three(16, 50_544, INT32, 0));
        slots.addAll(three(33, 100, INT32, 0));
        slots.add(new StoredMap.Slot(0, 0, 0, 0));
        slots.add(new StoredMap.Slot(255, 0, 0, 0));
        MeterMap map = ok(slots, 0, 3);
        assertThat(map.direction()).isEqualTo(Direction.FROM_POWER);
        assertThat(map.currents()).containsExactly(
                new Register(50_528, RegisterType.UINT32, new Scale.Factor(0.001)),
                new Register(50_530, RegisterType.UINT32, new Scale.Factor(0.001)),
                new Register(50_532, RegisterType.UINT32, new Scale.Factor(0.001)));
        assertThat(map.powers()).hasSize(3);
        assertThat(map.voltages()).isEmpty();
        assertThat(map.order()).isEqualTo(WordOrder.HIGH_FIRST);
        assertThat(map.function()).isEqualTo(FunctionCode.HOLDING);
    }

    /** Voltages of a meter whose first register they are: not taken for an unused slot. */
    @Test
    void takesVoltagesFromRegisterZero() {
        List<StoredMap.Slot> slots = new ArrayList<>(three(0, 0, FLOAT32, 0));
        slots.addAll(three(7, 6, FLOAT32, 0));
        MeterMap map = ok(slots, 1, 4);
        assertThat(map.voltages()).hasSize(3);
        assertThat(map.direction()).isEqualTo(Direction.SIGNED_CURRENT);
        assertThat(map.order()).isEqualTo(WordOrder.LOW_FIRST);
        assertThat(map.function()).isEqualTo(FunctionCode.INPUT);
    }

    @Test
    void countsAllAsConsumptionWhenNothingTellsTheSign() {
        assertThat(ok(three(7, 6, UINT32, -3), 0, 3).direction()).isEqualTo(Direction.NOT_TOLD);
    }

    @Test
    void refusesWhatHasNoCurrentsOrNoType() {
        assertThat(StoredMap.of(three(16, 6, INT32, 0), 0, 3))
                .isEqualTo(Outcome.failed(ProblemCode.METER_WITHOUT_CURRENTS, "custom"));
        assertThat(StoredMap.of(three(7, 6, 8, 0), 0, 3)).isEqualTo(
                Outcome.failed(ProblemCode.METER_MAP_UNREADABLE, "custom", "there is no data type 8"));
        assertThat(StoredMap.of(three(7, 65_534, INT32, 0), 0, 3)).isInstanceOf(Outcome.Failed.class);
    }
}
