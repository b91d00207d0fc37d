package plugwright.station.network;

import plugwright.model.LimitReason;
import plugwright.model.ReasonKind;
import plugwright.station.member.LimitBasis;
import plugwright.wire.scn.GrantReason;

/** Puts what a member's limit rests on into the words that screens and logs know. */
final class Whys {

    private Whys() {}

    /**
     * @param reason what the coordinator said, where the limit rests on a grant
     * @param total what the network may use on a phase, in mA
     * @param turnEnds when the turns of the network end, in seconds of the site's clock
     */
    static LimitReason of(LimitBasis basis, GrantReason reason, int milliampere, int total, int turnEnds) {
        return switch (basis) {
            case STARTED -> LimitReason.of(ReasonKind.BOOTING);
            case CUT_OFF, SAFE -> LimitReason.of(ReasonKind.SAFE_CURRENT, milliampere);
            case PAUSED -> LimitReason.of(ReasonKind.NETWORK_PAUSED);
            case GRANTED -> granted(reason, milliampere, total, turnEnds);
        };
    }

    private static LimitReason granted(GrantReason reason, int milliampere, int total, int turnEnds) {
        return switch (reason) {
            case NOT_IN_USE -> LimitReason.of(ReasonKind.NOT_IN_USE);
            case GAVE_PLACE -> LimitReason.of(ReasonKind.GAVE_PLACE);
            case SUSPENDED -> LimitReason.of(ReasonKind.SUSPENDED);
            case PROBING -> LimitReason.of(ReasonKind.PROBING, milliampere);
            case PROBE_TEST -> LimitReason.of(ReasonKind.PROBE_TEST, milliampere);
            case RISING -> LimitReason.of(ReasonKind.RISING, milliampere);
            case DEMAND -> LimitReason.of(ReasonKind.DEMAND, milliampere);
            case WAITING_TURN -> LimitReason.of(ReasonKind.WAITING_TURN, turnEnds);
            case CAP, SHARED, SHARED_IN_STATION, WAITING_FOR_PROBE, MINIMUM_PAUSE, CAP_BELOW_MINIMUM,
                    MINIMUM_DOES_NOT_FIT, LOWERING_FIRST, RESERVED ->
                LimitReason.of(ReasonKind.NETWORK, milliampere, total);
        };
    }
}
