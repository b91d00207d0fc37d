package plugwright.wire.modbus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The two sets of registers of a station, by the units (slave addresses) that answer for them (guide §5.3.1.3). */
public enum RegisterBlock {
    /** The station and the network it is in. */
    STATION(200),
    /** Each socket by its number. */
    SOCKET(1, 2);

    /** Unmodifiable: made by a stream's toList, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Integer> units;

    RegisterBlock(int... units) {
        this.units = Arrays.stream(units).boxed().toList();
    }

    public List<Integer> units() {
        return units;
    }

    /** Which block a unit answers for; empty where no station has such a unit. */
    public static Optional<RegisterBlock> ofUnit(int unit) {
        return Arrays.stream(values()).filter(b -> b.units.contains(unit)).findFirst();
    }
}
