package plugwright.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import plugwright.model.WireTime;

/** The requests of the last minute, for {@link LinkQuality}. Not thread-safe. */
final class QualityWindow {

    /** What the header shows is about the last minute (tool-ui, header). */
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** At full speed a station answers a few hundred requests a minute. */
    private static final int MAX_SAMPLES = 2_000;

    private static final int LOST = -1;
    private static final int LOW_PERCENT = 10;
    private static final int HIGH_PERCENT = 90;
    private static final int PERCENT = 100;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(WireTime at, int millis) {}

    void answered(WireTime now, Duration took) {
        add(new Sample(now, (int) Math.min(Integer.MAX_VALUE, took.toMillis())));
    }

    void lost(WireTime now) {
        add(new Sample(now, LOST));
    }

    private void add(Sample sample) {
        samples.addLast(sample);
        if (samples.size() > MAX_SAMPLES) {
            samples.removeFirst();
        }
    }

    LinkQuality quality(WireTime now) {
        while (!samples.isEmpty() && now.since(samples.getFirst().at).compareTo(WINDOW) > 0) {
            samples.removeFirst();
        }
        int[] answered = samples.stream()
                .mapToInt(Sample::millis)
                .filter(m -> m != LOST)
                .sorted()
                .toArray();
        int lost = samples.size() - answered.length;
        if (answered.length == 0) {
            return new LinkQuality(0, 0, samples.size(), lost);
        }
        return new LinkQuality(
                answered[answered.length / 2],
                percentile(answered, HIGH_PERCENT) - percentile(answered, LOW_PERCENT),
                samples.size(),
                lost);
    }

    private static int percentile(int[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / PERCENT)];
    }
}
