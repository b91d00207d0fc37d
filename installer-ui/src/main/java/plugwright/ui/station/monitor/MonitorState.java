package plugwright.ui.station.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the pages of live monitoring show. Immutable.
 *
 * @param samples oldest first
 * @param liveness whether the last one is of now
 */
public record MonitorState(List<StationSample> samples, Liveness liveness) {
    /** Whether the values are of now. */
    public sealed interface Liveness {
        /** Nothing was read yet. */
        record Loading() implements Liveness {}

        record Live() implements Liveness {}

        /** The picture stands still; samples go on behind it. */
        record Paused(Instant since) implements Liveness {}

        /** The station does not answer; values are those of its last answer. */
        record Gone(Instant lastAnswer) implements Liveness {}
    }

    public MonitorState {
        samples = List.copyOf(samples);
    }

    /** The newest sample. */
    public Optional<StationSample> latest() {
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
    }
}
