package plugwright.meter.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a meter has what.
 *
 * @param name for people
 * @param function how its registers are read
 * @param order of the registers of a value
 * @param direction how feed-in is told
 * @param maxRegisters the most it gives in one answer
 * @param gaps whether registers between values may be read along
 * @param currents of L1, or L1 to L3
 * @param powers of the same phases, or none
 * @param voltages of the same phases, or none
 */
public record MeterMap(
        String name,
        FunctionCode function,
        WordOrder order,
        Direction direction,
        int maxRegisters,
        Gaps gaps,
        List<Register> currents,
        List<Register> powers,
        List<Register> voltages) {

    /** The most registers in one answer by the Modbus standard. */
    public static final int MODBUS_MAX_REGISTERS = 125;

    private static final int MAX_PHASES = 3;

    /** Whether registers that nobody asked for may be read along with others. */
    public enum Gaps {
        READABLE,
        NOT_READABLE
    }

    /** @throws IllegalArgumentException with the reason, for users, if the parts do not make a map */
    public MeterMap {
        currents = List.copyOf(currents);
        powers = List.copyOf(powers);
        voltages = List.copyOf(voltages);
        check(!currents.isEmpty() && currents.size() <= MAX_PHASES, "there must be one to three currents");
        check(powers.isEmpty() || powers.size() == currents.size(), "there must be as many powers as currents");
        check(voltages.isEmpty() || voltages.size() == currents.size(), "there must be as many voltages as currents");
        check(
                direction != Direction.SIGNED_CURRENT || currents.stream().allMatch(r -> r.type().isSigned()),
                "currents of an unsigned type cannot tell feed-in");
        check(
                direction != Direction.FROM_POWER
                        || (!powers.isEmpty() && powers.stream().allMatch(r -> r.type().isSigned())),
                "the direction can only come from powers of a signed type");
        int widest = Stream.of(currents, powers, voltages)
                .flatMap(List::stream)
                .mapToInt(r -> r.type().words())
                .max()
                .orElseThrow();
        check(
                maxRegisters >= widest && maxRegisters <= MODBUS_MAX_REGISTERS,
                "registers a read must be from " + widest + " to " + MODBUS_MAX_REGISTERS);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The same map for a meter that answers with an exception where registers between values are read along. */
    public MeterMap withoutGaps() {
        return new MeterMap(
                name, function, order, direction, maxRegisters, Gaps.NOT_READABLE, currents, powers, voltages);
    }

    /** The same map for a meter that cannot tell feed-in: its powers are left out. */
    public MeterMap withoutDirection() {
        return new MeterMap(
                name, function, order, Direction.NOT_TOLD, maxRegisters, gaps, currents, List.of(), List.of());
    }

    /** All registers that a reading needs, those of scales too, as parts that must not be torn apart. */
    public List<RegisterBlock> parts() {
        List<RegisterBlock> parts = new ArrayList<>();
        Stream.of(currents, powers, voltages).flatMap(List::stream).forEach(r -> {
            parts.add(new RegisterBlock(r.address(), r.type().words()));
            if (r.scale() instanceof Scale.Exponent(int at)) {
                parts.add(new RegisterBlock(at, 1));
            }
        });
        return parts;
    }

    /** The fewest reads that bring all of them. */
    public List<RegisterBlock> reads() {
        return BlockPlanner.plan(parts(), maxRegisters, gaps);
    }
}
