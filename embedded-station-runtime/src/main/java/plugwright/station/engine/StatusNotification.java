package plugwright.station.engine;

import java.util.OptionalInt;
import plugwright.model.MainState;

/**
 * What a back office hears of a socket when this changes: OCPP 1.6 StatusNotification (guide §2.7.1). Pure.
 *
 * @param info what is wrong, in words; empty where nothing is
 * @param vendorErrorCode the number that the display shows of it too
 */
public record StatusNotification(Status status, ErrorCode error, String info, OptionalInt vendorErrorCode) {

    /** The number of an overcurrent, on the display and for the back office. */
    public static final int OVERCURRENT = 302;

    /** As OCPP 1.6 names them. */
    public enum Status {
        AVAILABLE("Available"),
        PREPARING("Preparing"),
        CHARGING("Charging"),
        SUSPENDED_EVSE("SuspendedEVSE"),
        SUSPENDED_EV("SuspendedEV"),
        FINISHING("Finishing"),
        RESERVED("Reserved"),
        UNAVAILABLE("Unavailable"),
        FAULTED("Faulted");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** On the wire. */
        public String word() {
            return word;
        }
    }

    /** Those of OCPP 1.6 that a station here can have. */
    public enum ErrorCode {
        NO_ERROR("NoError"),
        OVERCURRENT_FAILURE("OverCurrentFailure"),
        OTHER_ERROR("OtherError");

        private final String word;

        ErrorCode(String word) {
            this.word = word;
        }

        /** On the wire. */
        public String word() {
            return word;
        }
    }

    /** @param overcurrent what is said of a pause for overcurrent, where the socket is in one */
    static StatusNotification of(MainState state, String overcurrent) {
        return switch (state) {
            case OVERCURRENT -> new StatusNotification(
                    Status.FAULTED, ErrorCode.OVERCURRENT_FAILURE, overcurrent, OptionalInt.of(OVERCURRENT));
            case ERROR, CABLE_NOT_SUPPORTED ->
                new StatusNotification(Status.FAULTED, ErrorCode.OTHER_ERROR, "", OptionalInt.empty());
            case AVAILABLE -> sound(Status.AVAILABLE);
            case CABLE_CONNECTED, EV_CONNECTED_AUTHORIZED -> sound(Status.PREPARING);
            case CHARGING_POWER_STARTING, CHARGING_POWER_ON -> sound(Status.CHARGING);
            case CHARGING_POWER_OFF -> sound(Status.SUSPENDED_EV);
            case CHARGING_POWER_OFF_LOW_CURRENT, SUSPENDED, POWER_OFF_SUSPENDED -> sound(Status.SUSPENDED_EVSE);
            case TERMINATING, WAIT_FOR_DISCONNECT -> sound(Status.FINISHING);
            case RESERVED -> sound(Status.RESERVED);
            case UNKNOWN, BOOTING, INOPERATIVE -> sound(Status.UNAVAILABLE);
        };
    }

    private static StatusNotification sound(Status status) {
        return new StatusNotification(status, ErrorCode.NO_ERROR, "", OptionalInt.empty());
    }

    /** As a station's log has it. */
    @Override
    public String toString() {
        String vendor = vendorErrorCode.isPresent() ? ", vendor error code " + vendorErrorCode.getAsInt() : "";
        return status.word + ", " + error.word + vendor + (info.isEmpty() ? "" : ", " + info);
    }
}
