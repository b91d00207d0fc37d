package plugwright.station.engine;

import plugwright.model.SocketNumber;
import plugwright.station.log.LogLevel;
import plugwright.station.mode3.PilotSignal;

/** What a station does. */
public sealed interface Effect {

    /** What the contactor of a socket does. */
    enum ContactorState {
        OPEN,
        CLOSED
    }

    /** The pilot of a socket is set. */
    record PilotTold(SocketNumber socket, PilotSignal signal) implements Effect {}

    record ContactorMoved(SocketNumber socket, ContactorState state) implements Effect {}

    /** From now on the outlet has so many conductors; its contactor is open. */
    record PhasesSwitched(SocketNumber socket, ChargingPhases phases) implements Effect {}

    /** A line for the station's log, in English. */
    record LogLine(LogLevel level, String text) implements Effect {}
}
