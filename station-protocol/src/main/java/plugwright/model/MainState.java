package plugwright.model;

import java.util.Arrays;
import java.util.Optional;

/** What a socket is doing: property 2501_1/2502_1, and the word in a station's log. */
public enum MainState {
    UNKNOWN(0),
    BOOTING(1),
    AVAILABLE(2),
    CABLE_CONNECTED(3),
    EV_CONNECTED_AUTHORIZED(5),
    CHARGING_POWER_OFF(11),
    CHARGING_POWER_OFF_LOW_CURRENT(12),
    CHARGING_POWER_STARTING(13),
    CHARGING_POWER_ON(14),
    TERMINATING(17),
    WAIT_FOR_DISCONNECT(19),
    ERROR(22),
    CABLE_NOT_SUPPORTED(24),
    OVERCURRENT(28),
    SUSPENDED(37),
    INOPERATIVE(38),
    RESERVED(39),
    POWER_OFF_SUSPENDED(42);

    private final int code;

    MainState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Empty for the states of real stations that are not known here. */
    public static Optional<MainState> ofCode(int code) {
        return Arrays.stream(values()).filter(s -> s.code == code).findFirst();
    }
}
