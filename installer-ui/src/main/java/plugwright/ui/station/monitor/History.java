package plugwright.ui.station.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest samples: bounded by age and by count. Not safe for several threads. */
final class History {
    /** What the chart shows. */
    static final Duration SPAN = Duration.ofMinutes(10);

    /** One a second for the span, and some for a clock that is set back meanwhile. */
    static final int MOST_SAMPLES = 660;

    private final Deque<StationSample> samples = new ArrayDeque<>();

    void add(StationSample sample) {
        samples.addLast(sample);
        while (samples.size() > MOST_SAMPLES
                || samples.getFirst().at().isBefore(sample.at().minus(SPAN))) {
            samples.removeFirst();
        }
    }

    /** Oldest first; a copy that stays as it is. */
    List<StationSample> samples() {
        return List.copyOf(samples);
    }
}
