package plugwright.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment on the site's clock: control, vehicles, turns, log stamps. It may run faster than the world or in
 * virtual time, and never backwards. Not to be mixed with {@link WireTime}.
 *
 * @param millis milliseconds since the epoch, as the site's clock tells it
 */
public record SiteTime(long millis) implements Comparable<SiteTime> {

    public SiteTime plus(Duration duration) {
        return new SiteTime(millis + duration.toMillis());
    }

    public SiteTime plusMillis(long more) {
        return new SiteTime(millis + more);
    }

    /** Milliseconds from an earlier moment to this one; negative if it is a later one. */
    public long millisSince(SiteTime earlier) {
        return millis - earlier.millis;
    }

    public Instant toInstant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public int compareTo(SiteTime other) {
        return Long.compare(millis, other.millis);
    }
}
