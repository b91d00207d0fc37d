package plugwright.ui.station.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The sum of all sockets. */
    public PhaseCurrents measured() {
        return sockets.stream().map(SocketSample::measured).reduce(PhaseCurrents.ZERO, PhaseCurrents::plus);
    }

    /** Active power of all sockets, in W. */
    public double watt() {
        return sockets.stream().mapToDouble(SocketSample::watt).sum();
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
