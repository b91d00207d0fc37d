package plugwright.meter.map;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/**
 * Finds the meter model of a meter that describes itself (SunSpec): the marker at one of three places, then models one
 * behind the other. Each step says what to read next, and takes the words of the answer.
 */
public final class SunSpecWalk {

    /** What comes next. */
    public sealed interface Step {
        /** Read these holding registers and hand in the answer. */
        record Read(RegisterBlock block) implements Step {}

        /** There is a meter. */
        record Found(MeterMap map) implements Step {}

        /** There is none. */
        record Failed(Problem problem) implements Step {}
    }

    private static final int[] BASES = {40_000, 0, 50_000};
    private static final int MARKER_HIGH = 0x5375; // "Su"
    private static final int MARKER_LOW = 0x6E53; // "nS"
    private static final int END_MODEL = 0xFFFF;
    private static final int HEADER_WORDS = 2;
    private static final int ADDRESSES = 65_536;

    /** A meter has a handful; whoever has more goes in circles. */
    private static final int MAX_MODELS = 64;

    private final String at;
    private int base;
    private int model;
    private int models;

    /** @param at the meter's address, for messages */
    public SunSpecWalk(String at) {
        this.at = at;
    }

    /** The first thing to read. */
    public Step start() {
        return read(BASES[0]);
    }

    private static Step read(int address) {
        return new Step.Read(new RegisterBlock(address, HEADER_WORDS));
    }

    private Step failed(String why) {
        return new Step.Failed(Problem.of(ProblemCode.METER_NOT_SUNSPEC, at, why));
    }

    /**
     * Takes an answer.
     *
     * @param words the two words asked for; empty if the meter answered with an exception
     */
    public Step answer(Optional<int[]> words) {
        int[] two = words.filter(w -> w.length == HEADER_WORDS).orElse(new int[0]);
        return model == 0 ? marker(two) : header(two);
    }

    private Step marker(int[] words) {
        if (words.length == HEADER_WORDS && words[0] == MARKER_HIGH && words[1] == MARKER_LOW) {
            model = BASES[base] + HEADER_WORDS;
            return read(model);
        }
        base++;
        return base < BASES.length ? read(BASES[base]) : failed("its mark is not at 40000, 0 or 50000");
    }

    private Step header(int[] words) {
        if (words.length != HEADER_WORDS) {
            return failed("model " + (models + 1) + " at " + model + " cannot be read");
        }
        int id = words[0];
        int length = words[1];
        return switch (id) {
            case 201, 202, 203, 204 -> new Step.Found(integers(id, model));
            case 211, 212, 213, 214 -> new Step.Found(floats(id, model));
            case END_MODEL -> failed("none of its " + models + " models is a meter");
            default -> next(length);
        };
    }

    private Step next(int length) {
        models++;
        model += HEADER_WORDS + length;
        return models < MAX_MODELS && model + HEADER_WORDS <= ADDRESSES
                ? read(model)
                : failed("its list of models does not end");
    }

    /** One, two or three phases: single, split, wye and delta. */
    private static int phases(int id) {
        return Math.min(id % 10, 3);
    }

    private static MeterMap integers(int id, int at) {
        return map(
                id,
                phases(id),
                i -> new Register(at + 3 + i, RegisterType.INT16, new Scale.Exponent(at + 6)),
                i -> new Register(at + 19 + i, RegisterType.INT16, new Scale.Exponent(at + 22)),
                i -> new Register(at + 8 + i, RegisterType.INT16, new Scale.Exponent(at + 15)));
    }

    private static MeterMap floats(int id, int at) {
        return map(
                id,
                phases(id),
                i -> new Register(at + 4 + 2 * i, RegisterType.FLOAT32, Scale.ONE),
                i -> new Register(at + 30 + 2 * i, RegisterType.FLOAT32, Scale.ONE),
                i -> new Register(at + 12 + 2 * i, RegisterType.FLOAT32, Scale.ONE));
    }

    private static MeterMap map(
            int id,
            int phases,
            IntFunction<Register> current,
            IntFunction<Register> power,
            IntFunction<Register> voltage) {
        return new MeterMap(
                "SunSpec model " + id,
                FunctionCode.HOLDING,
                WordOrder.HIGH_FIRST,
                Direction.FROM_POWER,
                MeterMap.MODBUS_MAX_REGISTERS,
                MeterMap.Gaps.READABLE,
                each(phases, current),
                each(phases, power),
                each(phases, voltage));
    }

    private static List<Register> each(int phases, IntFunction<Register> of) {
        return IntStream.range(0, phases).mapToObj(of).toList();
    }
}
