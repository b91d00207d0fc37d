package plugwright.catalog;

/** The properties that this program itself reads or writes, by name. */
public final class Known {

    public static final PropertyId PLATFORM = PropertyId.of("1008_0");
    public static final PropertyId FIRMWARE = PropertyId.of("100A_0");
    public static final PropertyId MODEL = PropertyId.of("2050_0");
    public static final PropertyId SERIAL = PropertyId.of("2051_0");
    public static final PropertyId CHARGE_BOX_IDENTITY = PropertyId.of("2053_0");
    public static final PropertyId BOOT_COUNT = PropertyId.of("2056_0");
    public static final PropertyId BOOT_REASON = PropertyId.of("2057_0");
    public static final PropertyId STATION_CLOCK = PropertyId.of("2059_0");
    public static final PropertyId SOCKET_COUNT = PropertyId.of("205E_0");
    public static final PropertyId UPTIME = PropertyId.of("2060_0");
    /** Station maximum current, A. */
    public static final PropertyId STATION_MAX_CURRENT = PropertyId.of("2062_0");
    /** Bit 0 static, bit 1 active load balancing. */
    public static final PropertyId LOAD_BALANCING_MODE = PropertyId.of("2064_0");
    public static final PropertyId SMART_METER_MAX_CURRENT = PropertyId.of("2067_0");
    public static final PropertyId SAFE_CURRENT = PropertyId.of("2068_0");
    public static final PropertyId PHASE_ROTATION = PropertyId.of("2069_0");
    /** Probing current, A. */
    public static final PropertyId PROBING_CURRENT = PropertyId.of("206A_0");
    /** Board temperature, °C. */
    public static final PropertyId TEMPERATURE = PropertyId.of("2201_0");

    /** Whether 1- and 3-phase charging may be switched between. */
    public static final PropertyId PHASE_SWITCHING = PropertyId.of("2185_0");

    /** Most phases of the installation: 1 or 3. */
    public static final PropertyId MAX_PHASES = PropertyId.of("2189_0");

    /** Active load balancing's data source: 0 meter, 1 meter while an EMS looks on, 3 EMS. */
    public static final PropertyId ALB_DATA_SOURCE = PropertyId.of("2530_1");

    public static final PropertyId EMS_SOCKET_MODE = PropertyId.of("2530_2");
    public static final PropertyId EMS_NETWORK_MODE = PropertyId.of("2530_3");
    public static final PropertyId EMS_VALIDITY_SECONDS = PropertyId.of("2530_4");
    public static final PropertyId CONNECTOR_1_MAX_CURRENT = PropertyId.of("2129_0");
    public static final PropertyId CONNECTOR_2_MAX_CURRENT = PropertyId.of("3129_0");
    public static final PropertyId ALTERNATING_PERIOD = PropertyId.of("2180_4");
    public static final PropertyId SCN_NAME = PropertyId.of("2180_1");
    public static final PropertyId SCN_FIRST_SOCKET = PropertyId.of("2180_2");
    public static final PropertyId SCN_SOCKET_COUNT = PropertyId.of("2180_3");
    /** SCN-TotalStaticCurrent, A. */
    public static final PropertyId SCN_TOTAL = PropertyId.of("2180_5");
    /** SCN-SocketSafeCurrent, A. */
    public static final PropertyId SCN_SOCKET_SAFE = PropertyId.of("2180_6");
    public static final PropertyId SCN_MAPPING_1 = PropertyId.of("2180_7");
    public static final PropertyId SCN_UNLOCKED = PropertyId.of("2180_8");
    public static final PropertyId SCN_MAPPING_2 = PropertyId.of("2180_9");
    /** SCN-TotalSafeCurrent, A. */
    public static final PropertyId SCN_TOTAL_SAFE = PropertyId.of("2180_A");
    public static final PropertyId UNIQUE_ID = PropertyId.of("21A0_0");
    public static final PropertyId LICENCE_KEY = PropertyId.of("21A1_0");
    /** Bits 0x1 SCN, 0x2 static, 0x4 active. */
    public static final PropertyId LICENCE_FEATURES = PropertyId.of("21A2_0");
    public static final PropertyId SOCKET_1_MAIN_STATE = PropertyId.of("2501_1");
    public static final PropertyId SOCKET_1_STATUS_CODE = PropertyId.of("2501_2");
    public static final PropertyId SOCKET_1_DUTY_CYCLE = PropertyId.of("2511_3");

    // Category plugwright: only our own station has these (plugwright-properties.tsv).
    public static final String OWN_CATEGORY = "plugwright";
    public static final PropertyId OWN_VERSION = PropertyId.of("F000_0");
    public static final PropertyId FEEDER_COUNT = PropertyId.of("F001_0");
    public static final PropertyId IDENTIFY = PropertyId.of("F002_0");
    public static final PropertyId SECOND_LOGIN = PropertyId.of("F003_1");
    public static final PropertyId REBOOT_SECONDS = PropertyId.of("F003_2");
    public static final PropertyId SESSION_IDLE_SECONDS = PropertyId.of("F003_3");

    public static final PropertyId KEY_VERDICT = PropertyId.of("F004_1");
    public static final PropertyId KEY_VERDICT_DETAILS = PropertyId.of("F004_2");

    // The network, as only our own station shows it.
    public static final PropertyId NETWORK_KEY = PropertyId.of("F030_1");
    public static final PropertyId NETWORK_GENERATION = PropertyId.of("F030_2");
    public static final PropertyId NETWORK_PAUSE = PropertyId.of("F030_3");
    public static final PropertyId NETWORK_INITIALIZED_PLACE = PropertyId.of("F030_4");
    public static final PropertyId NETWORK_DIGEST = PropertyId.of("F030_5");
    public static final PropertyId NETWORK_COORDINATOR = PropertyId.of("F030_6");
    public static final PropertyId NETWORK_BASIS = PropertyId.of("F030_7");
    public static final PropertyId NETWORK_LEASE = PropertyId.of("F030_8");
    public static final PropertyId NETWORK_RESERVED_L1 = PropertyId.of("F030_9");
    public static final PropertyId NETWORK_RESERVED_L2 = PropertyId.of("F030_A");
    public static final PropertyId NETWORK_RESERVED_L3 = PropertyId.of("F030_B");
    public static final PropertyId NETWORK_LEFT = PropertyId.of("F030_C");
    public static final PropertyId NETWORK_COMPLETE = PropertyId.of("F030_D");
    public static final PropertyId NETWORK_DROPPED = PropertyId.of("F030_E");

    private Known() {}
}
