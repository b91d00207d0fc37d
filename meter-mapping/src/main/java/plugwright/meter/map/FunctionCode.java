package plugwright.meter.map;

import java.util.Arrays;
import java.util.Optional;

/** How registers are read. */
public enum FunctionCode {
    /** Read holding registers. */
    HOLDING(3),
    /** Read input registers. */
    INPUT(4);

    private final int number;

    FunctionCode(int number) {
        this.number = number;
    }

    /** As on the wire. */
    public int number() {
        return number;
    }

    public static Optional<FunctionCode> ofNumber(int number) {
        return Arrays.stream(values()).filter(f -> f.number == number).findFirst();
    }
}
