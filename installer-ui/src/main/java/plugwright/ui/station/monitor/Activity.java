package plugwright.ui.station.monitor;

import java.util.Locale;
import plugwright.model.MainState;
import plugwright.model.ReasonKind;
import plugwright.ui.form.Pill;

/** What a socket is doing, as an electrician would say it. */
public enum Activity {
    UNKNOWN(Pill.Tone.NEUTRAL),
    STARTING(Pill.Tone.NEUTRAL),
    FREE(Pill.Tone.NEUTRAL),
    /** A vehicle is there and has not asked for current yet. */
    CONNECTED(Pill.Tone.ACCENT),
    PROBING(Pill.Tone.ACCENT),
    CHARGING(Pill.Tone.GOOD),
    /** The vehicle takes nothing by its own choice. */
    VEHICLE_PAUSED(Pill.Tone.NEUTRAL),
    /** Others are served first. */
    WAITING(Pill.Tone.ATTENTION),
    /** There is not enough current for this vehicle. */
    TOO_LITTLE(Pill.Tone.ATTENTION),
    SUSPENDED(Pill.Tone.ATTENTION),
    OVERCURRENT(Pill.Tone.BAD),
    FAULT(Pill.Tone.BAD);

    private final Pill.Tone tone;

    Activity(Pill.Tone tone) {
        this.tone = tone;
    }

    /** The colour of its word. */
    public Pill.Tone tone() {
        return tone;
    }

    /** The key of its word. */
    public String textKey() {
        return "monitor.activity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a vehicle is plugged in. */
    public boolean hasVehicle() {
        return switch (this) {
            case UNKNOWN, STARTING, FREE, FAULT -> false;
            case CONNECTED, PROBING, CHARGING, VEHICLE_PAUSED, WAITING, TOO_LITTLE, SUSPENDED, OVERCURRENT -> true;
        };
    }

    static Activity of(SocketSample socket) {
        return socket.mainState().map(state -> of(state, socket)).orElse(UNKNOWN);
    }

    private static Activity of(MainState state, SocketSample socket) {
        return switch (state) {
            case UNKNOWN, TERMINATING, WAIT_FOR_DISCONNECT, RESERVED -> UNKNOWN;
            case BOOTING -> STARTING;
            case AVAILABLE -> FREE;
            case CABLE_CONNECTED, EV_CONNECTED_AUTHORIZED -> CONNECTED;
            case CHARGING_POWER_STARTING, CHARGING_POWER_ON -> isProbed(socket) ? PROBING : CHARGING;
            case CHARGING_POWER_OFF -> VEHICLE_PAUSED;
            case CHARGING_POWER_OFF_LOW_CURRENT -> waiting(socket);
            case SUSPENDED, POWER_OFF_SUSPENDED -> SUSPENDED;
            case OVERCURRENT -> OVERCURRENT;
            case ERROR, CABLE_NOT_SUPPORTED, INOPERATIVE -> FAULT;
        };
    }

    private static boolean isProbed(SocketSample socket) {
        return socket.why()
                .map(w -> w.reason().kind())
                .filter(k -> k == ReasonKind.PROBING || k == ReasonKind.PROBE_TEST)
                .isPresent();
    }

    private static Activity waiting(SocketSample socket) {
        return socket.why()
                .map(w -> switch (w.reason().kind()) {
                    case WAITING_TURN, WAITING_FOR_PROBE, MINIMUM_PAUSE, GAVE_PLACE, LOWERING_FIRST, RISING -> WAITING;
                    default -> TOO_LITTLE;
                })
                .orElse(TOO_LITTLE);
    }
}
