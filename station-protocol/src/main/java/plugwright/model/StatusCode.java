package plugwright.model;

import java.util.Arrays;
import java.util.Optional;

/** What a socket's LED stands for: property 2501_2/2502_2. */
public enum StatusCode {
    OFF(1),
    BOOTING(2),
    AVAILABLE(4),
    AUTHORISING(5),
    AUTHORISED(6),
    CABLE_CONNECTED(7),
    EV_CONNECTED(8),
    PREPARING(9),
    WAIT_VEHICLE(10),
    CHARGING(11),
    SUSPENDED_OVERCURRENT(13),
    ERROR(18),
    RESERVED(33),
    INOPERATIVE(34),
    LOAD_BALANCING_LIMITED(35),
    LOAD_BALANCING_FORCED_OFF(36),
    SOLAR_CHARGING(41),
    WAITING_FOR_POWER(42);

    private final int code;

    StatusCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Empty for the codes of real stations that are not known here. */
    public static Optional<StatusCode> ofCode(int code) {
        return Arrays.stream(values()).filter(s -> s.code == code).findFirst();
    }
}
