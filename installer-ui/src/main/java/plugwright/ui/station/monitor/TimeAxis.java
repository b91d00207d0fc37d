package plugwright.ui.station.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The time axis of a chart. Pure.
 *
 * @param end the moment at the right edge
 * @param span how far it reaches back
 * @param width of the chart, in px
 */
record TimeAxis(Instant end, Duration span, double width) {

    /** It begins short, so that the first minute is seen well, and grows to all that is kept. */
    private static final List<Duration> SPANS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), History.SPAN);

    /** The shortest axis that shows all samples, up to the newest one. */
    static TimeAxis over(List<StationSample> samples, double width) {
        Instant end = samples.getLast().at();
        Duration known = Duration.between(samples.getFirst().at(), end);
        Duration span = SPANS.stream()
                .filter(s -> s.compareTo(known) >= 0)
                .findFirst()
                .orElse(History.SPAN);
        return new TimeAxis(end, span, width);
    }

    /** Where a moment is drawn, in px from the left; negative for what is out of view. */
    double x(Instant at) {
        return width * (1 - Duration.between(at, end).toMillis() / (double) span.toMillis());
    }
}
