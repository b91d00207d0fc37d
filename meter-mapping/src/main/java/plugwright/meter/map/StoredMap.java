package plugwright.meter.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/**
 * A register map as a station stores it: up to 50 slots, each with a measurand, a register, a type and a power of ten;
 * one word order and one function for all.
 */
public final class StoredMap {

    /** Measurands are counted in the order of a meter's 44 values. */
    private static final int VOLTAGE_L1 = 0;

    private static final int CURRENT_L1 = 7;
    private static final int POWER_L1 = 16;
    private static final int PHASES = 3;
    private static final int LOW_FIRST = 1;
    private static final String NAME = "custom";

    /** Types as numbered in a slot. */
    private static final RegisterType[] TYPES = {
        RegisterType.INT16, RegisterType.UINT16, RegisterType.INT32, RegisterType.UINT32, RegisterType.INT64,
        RegisterType.UINT64, RegisterType.FLOAT32, RegisterType.FLOAT64
    };

    private StoredMap() {}

    /**
     * One slot; all zeros, or a measurand of 255, stands for none.
     *
     * @param register as on the wire
     * @param type 0 to 7
     * @param powerOfTen by which its number is multiplied, to A, V or W
     */
    public record Slot(int measurand, int register, int type, int powerOfTen) {

        private boolean isUsed() {
            return measurand + register + type + Math.abs(powerOfTen) > 0;
        }
    }

    /**
     * Makes a map of what counts for load balancing; other slots are left out.
     *
     * @param wordOrder 0 high word first, 1 low word first
     * @param function 3 or 4
     * @return the map, or METER_WITHOUT_CURRENTS, METER_MAP_UNREADABLE
     */
    public static Outcome<MeterMap> of(List<Slot> slots, int wordOrder, int function) {
        try {
            List<Register> currents = three(slots, CURRENT_L1);
            if (currents.isEmpty()) {
                return Outcome.failed(ProblemCode.METER_WITHOUT_CURRENTS, NAME);
            }
            List<Register> powers = asMany(three(slots, POWER_L1), currents);
            List<Register> voltages = asMany(three(slots, VOLTAGE_L1), currents);
            return Outcome.ok(new MeterMap(
                    NAME,
                    function == FunctionCode.INPUT.number() ? FunctionCode.INPUT : FunctionCode.HOLDING,
                    wordOrder == LOW_FIRST ? WordOrder.LOW_FIRST : WordOrder.HIGH_FIRST,
                    direction(currents, powers),
                    MeterMap.MODBUS_MAX_REGISTERS,
                    MeterMap.Gaps.READABLE,
                    currents,
                    powers,
                    voltages));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(ProblemCode.METER_MAP_UNREADABLE, NAME, String.valueOf(e.getMessage()));
        }
    }

    /** Of one phase, or of all three; the first slot of a measurand counts. */
    private static List<Register> three(List<Slot> slots, int first) {
        List<Register> found = new ArrayList<>();
        for (int phase = 0; phase < PHASES; phase++) {
            int measurand = first + phase;
            Optional<Slot> slot =
                    slots.stream().filter(s -> s.isUsed() && s.measurand == measurand).findFirst();
            if (slot.isEmpty()) {
                break;
            }
            if (slot.get().type < 0 || slot.get().type >= TYPES.length) {
                throw new IllegalArgumentException("there is no data type " + slot.get().type);
            }
            found.add(new Register(
                    slot.get().register, TYPES[slot.get().type], new Scale.Factor(Math.pow(10, slot.get().powerOfTen))));
        }
        return found;
    }

    private static List<Register> asMany(List<Register> some, List<Register> currents) {
        return some.size() >= currents.size() ? some.subList(0, currents.size()) : List.of();
    }

    private static Direction direction(List<Register> currents, List<Register> powers) {
        if (!powers.isEmpty() && powers.stream().allMatch(r -> r.type().isSigned())) {
            return Direction.FROM_POWER;
        }
        return currents.stream().allMatch(r -> r.type().isSigned()) ? Direction.SIGNED_CURRENT : Direction.NOT_TOLD;
    }
}
