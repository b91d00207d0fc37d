package plugwright.wire.modbus;

/** Where the values begin that this program itself reads or writes, by name; the table has the rest. */
public final class Registers {

    // Unit 200.
    public static final int NAME = 100;
    public static final int MANUFACTURER = 117;
    public static final int TABLE_VERSION = 122;
    public static final int FIRMWARE = 123;
    public static final int PLATFORM = 140;
    public static final int SERIAL = 157;
    /** Year, month, day, hour, minute, second, one register each. */
    public static final int DATE_AND_TIME = 168;

    public static final int UPTIME = 174;
    public static final int TIME_ZONE = 178;
    public static final int STATION_MAXIMUM = 1_100;
    public static final int TEMPERATURE = 1_102;
    public static final int BACK_OFFICE_STATE = 1_104;
    public static final int SOCKET_COUNT = 1_105;
    public static final int SCN_NAME = 1_400;
    public static final int SCN_SOCKETS = 1_404;
    /** Per phase, two registers each. */
    public static final int SCN_CONSUMPTION = 1_405;

    /** Per phase, two registers each. */
    public static final int SCN_ACTUAL_MAXIMUM = 1_411;

    /** Per phase, two registers each. */
    public static final int SCN_SET_POINT = 1_417;

    /** Per phase, two registers each. */
    public static final int SCN_VALID_TIME = 1_423;

    public static final int SCN_SAFE_CURRENT = 1_429;
    public static final int SCN_ENABLED = 1_431;

    // Units 1 and 2.
    public static final int METER_STATE = 300;
    public static final int METER_AGE = 301;
    public static final int METER_TYPE = 305;
    /** The first of 28 values of two registers each, from voltage to reactive power. */
    public static final int METER_VALUES = 306;

    /** The first of 16 counters of four registers each, from energy delivered to reactive energy. */
    public static final int METER_COUNTERS = 362;

    public static final int AVAILABILITY = 1_200;
    public static final int MODE_3_STATE = 1_201;
    public static final int APPLIED_MAXIMUM = 1_206;
    public static final int VALID_TIME = 1_208;
    public static final int SET_POINT = 1_210;
    public static final int SAFE_CURRENT = 1_212;
    public static final int SET_POINT_DECIDES = 1_214;
    public static final int PHASES = 1_215;

    private Registers() {}
}
