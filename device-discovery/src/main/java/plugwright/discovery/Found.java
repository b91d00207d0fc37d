package plugwright.discovery;

import java.util.Optional;
import java.util.Set;
import plugwright.model.HostPort;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/**
 * One line of the list of stations.
 *
 * @param serial empty only for a typed-in address that never answered
 * @param at the best of its addresses
 * @param sources every source that knows it now
 * @param adapters names of the adapters on which it is seen
 */
public record Found(
        Optional<StationId> serial,
        HostPort at,
        KnownFacts facts,
        Set<Source> sources,
        Set<String> adapters,
        StationState state) {

    public Found {
        sources = Set.copyOf(sources);
        adapters = Set.copyOf(adapters);
    }

    /** Why it cannot be used now, as the user is told; empty when it can, is being asked, or is gone. */
    public Optional<Problem> problem() {
        return switch (state) {
            case StationState.InOtherSubnet(OtherSubnet reason) ->
                Optional.of(
                        Problem.of(
                                ProblemCode.OTHER_SUBNET,
                                serial.map(StationId::serial).orElse(at.host()),
                                reason.adapter(),
                                reason.fitting().toString()));
            case StationState.FoundNotAnswering(_, Problem cause) when cause.code() == ProblemCode.NO_ADAPTER ->
                Optional.of(cause);
            case StationState.FoundNotAnswering _ ->
                Optional.of(Problem.of(ProblemCode.FOUND_NOT_ANSWERING, at.toString()));
            case StationState.Asking _, StationState.Reachable _, StationState.Gone _ -> Optional.empty();
        };
    }
}
