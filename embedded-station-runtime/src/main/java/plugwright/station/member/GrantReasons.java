package plugwright.station.member;

import plugwright.station.control.ControlCore;
import plugwright.station.control.SharingProblem;
import plugwright.wire.scn.GrantReason;

/** What the network's control says about a socket, in the words of the protocol. */
final class GrantReasons {

    private GrantReasons() {}

    static GrantReason of(ControlCore core, int socket, boolean present) {
        if (!present) {
            return GrantReason.NOT_IN_USE;
        }
        return switch (core.reason(socket)) {
            case NOT_IN_USE, BOOTING -> GrantReason.NOT_IN_USE;
            case GROUP, SHARED ->
                core.reasonLine(socket) < SharingProblem.PHASES ? GrantReason.SHARED : GrantReason.SHARED_IN_STATION;
            case DEMAND -> GrantReason.DEMAND;
            case PROBING -> GrantReason.PROBING;
            case PROBE_TEST -> GrantReason.PROBE_TEST;
            case WAITING_FOR_PROBE -> GrantReason.WAITING_FOR_PROBE;
            case WAITING_TURN -> GrantReason.WAITING_TURN;
            case MINIMUM_PAUSE -> GrantReason.MINIMUM_PAUSE;
            case GAVE_PLACE -> GrantReason.GAVE_PLACE;
            case CAP_BELOW_MINIMUM -> GrantReason.CAP_BELOW_MINIMUM;
            case MINIMUM_DOES_NOT_FIT -> GrantReason.MINIMUM_DOES_NOT_FIT;
            case RISING -> GrantReason.RISING;
            case LOWERING_FIRST -> GrantReason.LOWERING_FIRST;
            case SUSPENDED -> GrantReason.SUSPENDED;
            default -> GrantReason.CAP;
        };
    }
}
