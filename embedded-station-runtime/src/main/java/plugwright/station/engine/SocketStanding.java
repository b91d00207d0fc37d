package plugwright.station.engine;

import java.util.Optional;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.mode3.VehiclePilot;

/**
 * What a station's network needs to know of a socket.
 *
 * @param plugged since when a cable is in it, on the station's steady clock; empty without one
 * @param vehicle what it does to the pilot
 * @param contactor of the socket
 * @param told the limit that the vehicle is told now, in mA
 * @param following whether the vehicle surely draws no more than that
 * @param connected grid phases at the socket: bit 0 is L1
 * @param counted grid phases that the vehicle counts on
 * @param cap the lowest limit of this socket by itself, in mA
 * @param capKind which that is
 * @param drawn per grid phase
 */
public record SocketStanding(
        Optional<SiteTime> plugged,
        VehiclePilot vehicle,
        ContactorState contactor,
        int told,
        Following following,
        int connected,
        int counted,
        int cap,
        ReasonKind capKind,
        PhaseCurrents drawn) {

    /** Whether a vehicle has followed what it was told last. */
    public enum Following {
        /** It was just told less and may still draw more. */
        NOT_SURE,
        SURE
    }
}
