package plugwright.model;

import java.time.Duration;

/**
 * A moment on this machine's own monotonic clock: time-outs, back-off, retries, expiry of sightings. Its zero has
 * no meaning. Not to be mixed with {@link SiteTime}.
 *
 * @param nanos nanoseconds since that zero
 */
public record WireTime(long nanos) implements Comparable<WireTime> {

    public WireTime plus(Duration duration) {
        return new WireTime(nanos + duration.toNanos());
    }

    /** The time from an earlier moment to this one; negative if it is a later one. */
    public Duration since(WireTime earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    @Override
    public int compareTo(WireTime other) {
        return Long.signum(nanos - other.nanos);
    }
}
