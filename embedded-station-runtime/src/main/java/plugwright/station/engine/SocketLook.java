package plugwright.station.engine;

import plugwright.model.ReasonKind;
import plugwright.model.VehicleClass;
import plugwright.station.control.SharingProblem;

/**
 * What a socket is told and what that rests on, without what a snapshot explains.
 *
 * @param told the limit in force, in mA
 * @param target what sharing came to, in mA
 * @param phases grid phases that count as loaded: bit 0 is L1
 * @param vehicleClass its least current
 * @param demand what its demand allows, in mA; {@link Integer#MAX_VALUE} while nothing is taken away
 * @param reason what decided
 * @param until the moment the reason speaks of, in ms
 */
public record SocketLook(
        int told, int target, int phases, VehicleClass vehicleClass, int demand, ReasonKind reason, long until) {

    /** Of a station that is down. */
    public static final SocketLook OFF = new SocketLook(
            0, 0, 0, VehicleClass.UNKNOWN, Integer.MAX_VALUE, ReasonKind.BOOTING, 0);

    /** Whether a grid phase, 0 to 2, counts as loaded. */
    public boolean loads(int phase) {
        return phase < SharingProblem.PHASES && (phases >> phase & 1) != 0;
    }
}
