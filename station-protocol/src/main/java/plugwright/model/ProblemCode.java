package plugwright.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of error that a user can meet, each with a short code to quote. Codes are never reused. */
public enum ProblemCode {
    // log-in and session
    WRONG_PASSWORD(101),
    OTHER_SESSION_OPEN(102),
    CERTIFICATE_CHANGED(103),
    CERTIFICATE_UNKNOWN(104),
    OUR_EARLIER_SESSION_OPEN(105),
    ASKED_TOO_OFTEN(106),
    STATION_BUSY(107),
    NOT_LOGGED_IN(108),
    SESSION_TAKEN(109),
    // connection
    CONNECTION_REFUSED(110),
    NO_ANSWER(111),
    NO_ROUTE(112),
    CONNECTION_LOST(113),
    UNKNOWN_HOST(114),
    NOT_A_STATION(115),
    NOT_BACK_AFTER_REBOOT(116),
    WAIT_CANCELLED(117),
    READ_CANCELLED(118),
    OTHER_STATION_ANSWERS(119),
    // replies
    REPLY_CUT_SHORT(120),
    REPLY_UNREADABLE(121),
    REPLY_UNEXPECTED(122),
    REPLY_TOO_LONG(123),
    // values
    OUT_OF_RANGE(201),
    NOT_A_NUMBER(202),
    TOO_LONG(203),
    NOT_A_CHOICE(204),
    READ_ONLY(205),
    UNKNOWN_TO_FIRMWARE(206),
    REFUSED_BY_STATION(207),
    ADJUSTED_BY_STATION(208),
    WRITE_LOST(209),
    UNKNOWN_PROPERTY(210),
    FEATURE_LOCKED(211),
    NOT_WRITTEN(212),
    WRITE_CANCELLED(213),
    NOTHING_TO_UNDO(214),
    // licence
    KEY_MISTYPED(301),
    KEY_FOR_OTHER_STATION(302),
    KEY_NOT_GENUINE(303),
    KEY_ISSUER_UNKNOWN(304),
    KEY_EXPIRED(305),
    KEY_WRONG_LENGTH(306),
    KEY_OTHER_PRODUCT(307),
    KEY_EMPTY(308),
    ISSUER_FILE_UNUSABLE(309),
    ISSUER_KEY_OF_OTHER_ID(310),
    KEY_TOO_NEW(311),
    KEY_WITHOUT_FEATURES(312),
    KEY_DATE_OUT_OF_RANGE(313),
    NOT_A_LICENCE_FILE(314),
    KEY_OUTCOME_UNREAD(315),
    // finding stations
    NOT_AN_ADDRESS(401),
    OTHER_SUBNET(402),
    FOUND_NOT_ANSWERING(403),
    NO_ADAPTER(404),
    // files and the runtime
    FILE_UNREADABLE(501),
    FILE_UNWRITABLE(502),
    PORT_IN_USE(503),
    PORT_NOT_ALLOWED(504),
    LOG_LINE_UNKNOWN(505),
    NO_DISPLAY(506),
    BAD_ARGUMENT(507),
    GTK_MISSING(509),
    SCENARIO_UNREADABLE(510),
    STATE_IN_USE(511),
    FILE_MISSING(512),
    FILE_FORBIDDEN(513),
    FILE_NOT_TEXT(514),
    FOLDER_MISSING(515),
    NOT_A_FINGERPRINT(516),
    // meters by Modbus
    METER_NO_ROUTE(601),
    METER_REFUSED(602),
    METER_TIMEOUT(603),
    METER_EXCEPTION(604),
    METER_IMPLAUSIBLE(605),
    METER_REPLY_BROKEN(606),
    METER_WITHOUT_CURRENTS(607),
    METER_MAP_UNREADABLE(608),
    METER_CONNECTION_LOST(609),
    METER_PRESET_UNKNOWN(610),
    METER_UNKNOWN_HOST(611),
    METER_NOT_SUNSPEC(612),
    METER_SETTINGS(613),
    // meters by P1
    P1_CRC_WRONG(620),
    P1_CRC_MISSING(621),
    P1_VERSION_TOO_OLD(622),
    P1_VERSION_MISSING(623),
    P1_TIME_MISSING(624),
    P1_TIME_STALE(625),
    P1_NO_CURRENTS(626),
    P1_VALUE_UNREADABLE(627),
    P1_TOO_LONG(628),
    P1_CUT_SHORT(629),
    P1_SILENT(630),
    SERIAL_UNUSABLE(631),
    SERIAL_LOST(632),
    // the simulator
    LOADS_UNREADABLE(640);

    private final int number;

    ProblemCode(int number) {
        this.number = number;
    }

    /** What a user quotes, e.g. {@code PW-101}. */
    public String code() {
        return "PW-" + number;
    }

    /** The figure of its code, as stations of ours send it. */
    public int number() {
        return number;
    }

    /** The problem with this figure. */
    public static Optional<ProblemCode> ofNumber(int number) {
        return Arrays.stream(values()).filter(c -> c.number == number).findFirst();
    }

    /** The key of its text, e.g. {@code problem.wrong-password}. */
    public String textKey() {
        return "problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
