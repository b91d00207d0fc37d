package plugwright.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * State of the control pilot by IEC 61851-1: the letter is the vehicle's, 1 = pilot not oscillating (no current is
 * offered), 2 = pulse width modulation. Codes are those of property 2501_4.
 */
public enum Mode3State {
    /** No vehicle. */
    A(160),
    A1(161),
    A2(162),
    /** A vehicle that does not ask for energy. */
    B1(177),
    B2(178),
    /** A vehicle that is ready to take energy. */
    C1(193),
    C2(194),
    /** Ready, asks for ventilation. */
    D1(209),
    D2(210),
    /** No pilot voltage: station off or pilot short. */
    E(224),
    /** The station says that it can't be used. */
    F(240);

    private final int code;

    Mode3State(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Mode3State> ofCode(int code) {
        return Arrays.stream(values()).filter(s -> s.code == code).findFirst();
    }
}
