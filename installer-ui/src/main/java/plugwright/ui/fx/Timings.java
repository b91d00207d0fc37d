package plugwright.ui.fx;

import java.time.Duration;
import java.util.Arrays;

/**
 * What tasks cost the FX thread, as a histogram of fixed size. A task counts by the CPU time of the thread, so that
 * a busy machine does not count as a slow task.
 */
public final class Timings {

    /** Fine enough to tell 16 ms from 17 ms. */
    private static final long BUCKET_NANOS = 250_000;

    /** 256 ms and more share the last bucket: anything there is far beyond every limit. */
    private static final int BUCKETS = 1_024;

    private static final double PERCENTILE = 0.99;

    private final Histogram now = new Histogram();
    private final Histogram ever = new Histogram();

    /**
     * What was measured so far.
     *
     * @param count how many tasks
     * @param p99 99 of 100 tasks took no longer; rounded up to 0.25 ms
     * @param max the longest one
     */
    public record Summary(long count, Duration p99, Duration max) {}

    synchronized void add(long nanos) {
        now.add(nanos);
        ever.add(nanos);
    }

    /** All tasks since the start or the last {@link #reset}. */
    public synchronized Summary summary() {
        return now.summary();
    }

    /** All tasks since the start. */
    public synchronized Summary sinceStart() {
        return ever.summary();
    }

    /** Begins anew, for instance when the window is up and only running it is of interest. */
    public synchronized void reset() {
        now.clear();
    }

    private static final class Histogram {
        private final long[] counts = new long[BUCKETS];
        private long total;
        private long maxNanos;

        void add(long nanos) {
            counts[(int) Math.min(Math.max(0, nanos) / BUCKET_NANOS, BUCKETS - 1)]++;
            total++;
            maxNanos = Math.max(maxNanos, nanos);
        }

        Summary summary() {
            long wanted = (long) Math.ceil(total * PERCENTILE);
            long seen = 0;
            int bucket = 0;
            while (bucket < BUCKETS && seen < wanted) {
                seen += counts[bucket++];
            }
            return new Summary(
                    total, Duration.ofNanos(Math.min(bucket * BUCKET_NANOS, maxNanos)), Duration.ofNanos(maxNanos));
        }

        void clear() {
            Arrays.fill(counts, 0);
            total = 0;
            maxNanos = 0;
        }
    }
}
