package plugwright.ui.station.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;

/**
 * A station at one moment. Immutable.
 *
 * @param at by the clock of this computer
 * @param sockets one or two
 * @param stationMaximum per phase, where read
 */
public record StationSample(Instant at, List<SocketSample> sockets, Optional<Ampere> stationMaximum) {
    public StationSample {
        sockets = List.copyOf(sockets);
    }

    /** @param index 0 or 1 */
    public Optional<SocketSample> socket(int index) {
        return index < sockets.size() ? Optional.of(sockets.get(index)) : Optional.empty();
    }

    /** What a socket is told, where known. */
    Optional<Ampere> told(int index) {
        return socket(index).flatMap(SocketSample::told);
    }

    /** The sum of all sockets; empty where one did not say: what the others draw is not the sum. */
    public Optional<PhaseCurrents> measured() {
        List<PhaseCurrents> said =
                sockets.stream().flatMap(s -> s.measured().stream()).toList();
        return said.size() < sockets.size() || said.isEmpty()
                ? Optional.empty()
                : said.stream().reduce(PhaseCurrents::plus);
    }

    /** Active power of all sockets, in W; empty where one did not say. */
    public OptionalDouble watt() {
        return sockets.isEmpty() || sockets.stream().anyMatch(s -> s.watt().isEmpty())
                ? OptionalDouble.empty()
                : OptionalDouble.of(sockets.stream()
                        .mapToDouble(s -> s.watt().orElseThrow())
                        .sum());
    }

    /**
     * Whether two vehicles charge without a phase in common: then there is nothing to share, and a test of load
     * balancing shows nothing (guide §4.3.5).
     */
    public boolean chargesOnDifferentPhases() {
        return sockets.size() > 1
                && sockets.stream().allMatch(s -> s.loadedPhases() > 0)
                && Arrays.stream(Phase.values())
                        .noneMatch(phase -> sockets.stream().allMatch(s -> s.isLoaded(phase)));
    }
}
