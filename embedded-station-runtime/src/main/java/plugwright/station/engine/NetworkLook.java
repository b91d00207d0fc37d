package plugwright.station.engine;

import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.station.control.ControlCore;
import plugwright.station.engine.Effect.ContactorState;

/**
 * A socket as its network has to know it.
 *
 * @param use whether a vehicle is there and asks
 * @param contactor of the socket
 * @param told what the vehicle is told, in mA
 * @param vehicle whether it surely draws no more than that
 * @param connected grid phases at the socket: bit 0 is L1
 * @param counted those that the vehicle counts on
 * @param cap the lowest limit of this socket by itself, in mA
 * @param capKind which that is
 * @param onGrid what it draws
 * @param pluggedAt moment of plugging in, in ms; of no meaning without a vehicle
 */
public record NetworkLook(
        Use use,
        ContactorState contactor,
        int told,
        Vehicle vehicle,
        int connected,
        int counted,
        int cap,
        ReasonKind capKind,
        PhaseCurrents onGrid,
        long pluggedAt) {

    /** Whether a socket is in use. */
    public enum Use {
        FREE,
        PLUGGED,
        /** The vehicle asks for energy. */
        ASKING
    }

    /** Whether a vehicle did what it was told last. */
    public enum Vehicle {
        FOLLOWED,
        /** It was just told less. */
        MAY_DRAW_MORE
    }

    /** @param offset from the control's clock to that outside, in ms */
    static NetworkLook of(SocketMachine socket, Seat seat, long offset) {
        ControlCore core = seat.core();
        int i = seat.firstSocket() + socket.number().index();
        Use use = socket.cable().isEmpty() ? Use.FREE : socket.isAsking() ? Use.ASKING : Use.PLUGGED;
        return new NetworkLook(
                use,
                socket.contactorState(),
                core.told(i),
                core.isLowering(i) ? Vehicle.MAY_DRAW_MORE : Vehicle.FOLLOWED,
                socket.wiring().gridMask(),
                core.phases(i),
                core.cap(i),
                core.capKind(i),
                socket.wiring().gridOf(socket.reading().currents()),
                core.pluggedAt(i) + offset);
    }
}
