package plugwright.station.network;

import java.util.Optional;
import plugwright.model.LimitReason;
import plugwright.model.ReasonKind;
import plugwright.station.member.LimitBasis;
import plugwright.station.member.ScnMember;
import plugwright.wire.scn.GrantReason;

/** Puts what a member's limit rests on into the words that screens and logs know. */
final class Whys {

    private Whys() {}

    static LimitReason of(ScnMember member, int socket, int milliampere) {
        return switch (member.basis()) {
            case STARTED -> LimitReason.of(ReasonKind.BOOTING);
            case PAUSED, CUT_OFF, SAFE -> LimitReason.of(ReasonKind.SAFE_CURRENT, milliampere);
            case GRANTED -> granted(member.reason(socket), milliampere);
        };
    }

    private static LimitReason granted(Optional<GrantReason> reason, int milliampere) {
        return switch (reason.orElse(GrantReason.SHARED)) {
            case NOT_IN_USE -> LimitReason.of(ReasonKind.NOT_IN_USE);
            case GAVE_PLACE -> LimitReason.of(ReasonKind.GAVE_PLACE);
            case SUSPENDED -> LimitReason.of(ReasonKind.SUSPENDED);
            case PROBING -> LimitReason.of(ReasonKind.PROBING, milliampere);
            case PROBE_TEST -> LimitReason.of(ReasonKind.PROBE_TEST, milliampere);
            case RISING -> LimitReason.of(ReasonKind.RISING, milliampere);
            case DEMAND -> LimitReason.of(ReasonKind.DEMAND, milliampere);
            case CAP, SHARED, SHARED_IN_STATION, WAITING_FOR_PROBE, WAITING_TURN, MINIMUM_PAUSE, CAP_BELOW_MINIMUM,
                    MINIMUM_DOES_NOT_FIT, LOWERING_FIRST, RESERVED ->
                LimitReason.of(ReasonKind.NETWORK, milliampere);
        };
    }
}
