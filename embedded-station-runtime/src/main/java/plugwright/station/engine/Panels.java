package plugwright.station.engine;

import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.ReasonKind;
import plugwright.model.StatusCode;
import plugwright.station.control.ControlCore;
import plugwright.station.engine.FrontPanel.Message;

/** LED, display and status code of a socket (guide §2.7.1 and §4.2). */
final class Panels {

    private Panels() {}

    static FrontPanel of(SocketMachine socket, StationSettings settings, ControlCore core) {
        MainState state = socket.state();
        int phases = Math.max(1, Integer.bitCount(core.phases(socket.at())));
        Ampere most = settings.connectorMaximum().get(socket.number().index()).min(settings.stationMaximum());
        int maximumWatt = (int) (most.value() * MeterReading.NOMINAL_VOLT * phases);
        return new FrontPanel(
                led(state, core, socket), message(state, core, socket), (int) socket.reading().watt(), maximumWatt);
    }

    private static LedPattern led(MainState state, ControlCore core, SocketMachine socket) {
        return switch (state) {
            case UNKNOWN, BOOTING -> LedPattern.OFF;
            case AVAILABLE -> LedPattern.GREEN;
            case CHARGING_POWER_ON, CHARGING_POWER_STARTING ->
                core.isLowering(socket.at()) ? LedPattern.DARK_BLUE_FLASHING : LedPattern.DARK_BLUE;
            case CHARGING_POWER_OFF_LOW_CURRENT -> LedPattern.LIGHT_BLUE_FLASHING;
            case OVERCURRENT -> LedPattern.RED_BLUE_BLINKING;
            case SUSPENDED, POWER_OFF_SUSPENDED -> LedPattern.BLUE_FLASHING;
            case ERROR, CABLE_NOT_SUPPORTED, INOPERATIVE -> LedPattern.RED;
            case CABLE_CONNECTED, EV_CONNECTED_AUTHORIZED, CHARGING_POWER_OFF, TERMINATING, WAIT_FOR_DISCONNECT,
                    RESERVED -> LedPattern.LIGHT_BLUE;
        };
    }

    private static Message message(MainState state, ControlCore core, SocketMachine socket) {
        return switch (state) {
            case UNKNOWN -> Message.NONE;
            case BOOTING -> Message.STARTING;
            case AVAILABLE, RESERVED -> Message.READY;
            case CABLE_CONNECTED -> Message.CABLE_CONNECTED;
            case EV_CONNECTED_AUTHORIZED -> Message.VEHICLE_CONNECTED;
            case CHARGING_POWER_ON, CHARGING_POWER_STARTING -> Message.CHARGING;
            case CHARGING_POWER_OFF, TERMINATING, WAIT_FOR_DISCONNECT -> Message.FINISHED;
            case CHARGING_POWER_OFF_LOW_CURRENT -> waiting(core.reason(socket.at()));
            case OVERCURRENT -> Message.OVERCURRENT;
            case SUSPENDED, POWER_OFF_SUSPENDED -> socket.suspension() == Suspension.BY_NETWORK
                    ? Message.WAITING_FOR_POWER
                    : Message.SUSPENDED;
            case ERROR, CABLE_NOT_SUPPORTED, INOPERATIVE -> Message.OUT_OF_SERVICE;
        };
    }

    /** Paused for others the display goes on and shows 0 W; without current to give the station waits for power. */
    private static Message waiting(ReasonKind reason) {
        return switch (reason) {
            case WAITING_TURN, WAITING_FOR_PROBE, MINIMUM_PAUSE, GAVE_PLACE, LOWERING_FIRST, RISING -> Message.CHARGING;
            default -> Message.WAITING_FOR_POWER;
        };
    }

    static StatusCode status(SocketMachine socket, ControlCore core) {
        return switch (socket.state()) {
            case UNKNOWN -> StatusCode.OFF;
            case BOOTING -> StatusCode.BOOTING;
            case AVAILABLE -> StatusCode.AVAILABLE;
            case CABLE_CONNECTED -> StatusCode.CABLE_CONNECTED;
            case EV_CONNECTED_AUTHORIZED -> StatusCode.EV_CONNECTED;
            case CHARGING_POWER_OFF, TERMINATING, WAIT_FOR_DISCONNECT -> StatusCode.WAIT_VEHICLE;
            case CHARGING_POWER_STARTING -> StatusCode.PREPARING;
            case CHARGING_POWER_ON -> charging(core.reason(socket.at()));
            case CHARGING_POWER_OFF_LOW_CURRENT -> waiting(core.reason(socket.at())) == Message.CHARGING
                    ? StatusCode.LOAD_BALANCING_FORCED_OFF
                    : StatusCode.WAITING_FOR_POWER;
            case OVERCURRENT -> StatusCode.SUSPENDED_OVERCURRENT;
            case ERROR, CABLE_NOT_SUPPORTED -> StatusCode.ERROR;
            case RESERVED -> StatusCode.RESERVED;
            case INOPERATIVE -> StatusCode.INOPERATIVE;
            case SUSPENDED, POWER_OFF_SUSPENDED -> StatusCode.WAITING_FOR_POWER;
        };
    }

    private static StatusCode charging(ReasonKind reason) {
        return switch (reason) {
            case SHARED, DEMAND, LOWERING_FIRST, RISING -> StatusCode.LOAD_BALANCING_LIMITED;
            default -> StatusCode.CHARGING;
        };
    }
}
