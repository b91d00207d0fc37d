package plugwright.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A common limit under which several sockets stand, on each grid phase. Codes are never reused. */
public enum LimitGroup {
    STATION_MAXIMUM(0),
    FEEDER(1),
    /** The total of a smart charging network. */
    NETWORK_TOTAL(2),
    /** What a meter leaves. */
    METER(3),
    ENERGY_MANAGEMENT(4),
    BACK_OFFICE(5),
    /** While the meter or the energy management system is lost. */
    SAFE_CURRENT(6);

    private final int code;

    LimitGroup(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The key of its name, e.g. {@code group.station-maximum}. */
    public String textKey() {
        return "group." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LimitGroup> ofCode(int code) {
        return Arrays.stream(values()).filter(g -> g.code == code).findFirst();
    }
}
