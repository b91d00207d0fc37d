package plugwright.station.sim.grid;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.Register;
import plugwright.meter.map.RegisterType;
import plugwright.meter.map.Scale;
import plugwright.meter.map.WordOrder;
import plugwright.model.PhaseCurrents;

/** Writes currents, powers and voltages into registers, as a meter with this map would hold them, at 230 V. */
public final class RegisterWriter {

    private static final int VOLT = 230;
    private static final double MILLI = 1e3;
    private static final int WORD = 0xFFFF;

    private RegisterWriter() {}

    /**
     * The words by their addresses.
     *
     * @param flow negative where it is fed in; a map that is not signed has its amount
     */
    public static Map<Integer, Integer> words(MeterMap map, PhaseCurrents flow) {
        Map<Integer, Integer> words = new TreeMap<>();
        boolean signed = map.direction() == plugwright.meter.map.Direction.SIGNED_CURRENT;
        for (int phase = 0; phase < map.currents().size(); phase++) {
            double ampere = HouseLoads.on(flow, phase) / MILLI;
            put(words, map, map.currents().get(phase), signed ? ampere : Math.abs(ampere));
            put(words, map, map.powers(), phase, ampere * VOLT);
            put(words, map, map.voltages(), phase, VOLT);
        }
        return words;
    }

    private static void put(
            Map<Integer, Integer> words, MeterMap map, List<Register> registers, int phase, double value) {
        if (!registers.isEmpty()) {
            put(words, map, registers.get(phase), value);
        }
    }

    private static void put(Map<Integer, Integer> words, MeterMap map, Register register, double value) {
        double number = value / factor(words, register.scale());
        long bits = bits(register.type(), number);
        int count = register.type().words();
        for (int i = 0; i < count; i++) {
            int at = map.order() == WordOrder.HIGH_FIRST ? register.address() + i : register.end() - 1 - i;
            words.put(at, (int) (bits >>> ((count - 1 - i) * Short.SIZE)) & WORD);
        }
    }

    /** A scale register of a simulated meter tells the power 0: whole ampere and watt, so that 16 bits are enough. */
    private static double factor(Map<Integer, Integer> words, Scale scale) {
        return switch (scale) {
            case Scale.Factor(double factor) -> factor;
            case Scale.Exponent(int register) -> {
                words.put(register, 0);
                yield 1;
            }
        };
    }

    private static long bits(RegisterType type, double number) {
        return switch (type) {
            case FLOAT32 -> Float.floatToIntBits((float) number) & 0xFFFF_FFFFL;
            case FLOAT64 -> Double.doubleToLongBits(number);
            case INT16, UINT16, INT32, UINT32, INT64, UINT64 -> Math.round(number);
        };
    }
}
