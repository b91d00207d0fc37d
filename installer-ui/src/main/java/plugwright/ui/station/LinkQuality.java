package plugwright.ui.station;

import java.time.Duration;

/**
 * How well the last minute went.
 *
 * @param latency median time from request to reply
 * @param jitter how much that varied, from the quickest to the slowest tenth
 * @param asked requests sent
 * @param lost requests without a reply
 */
public record LinkQuality(Duration latency, Duration jitter, int asked, int lost) {}
