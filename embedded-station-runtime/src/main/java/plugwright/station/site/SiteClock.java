package plugwright.station.site;

import plugwright.model.SiteTime;
import plugwright.model.WireTime;

/**
 * Turns this machine's time into the site's. Immutable.
 *
 * @param since where this pace began, on the wire's clock
 * @param base what the site's clock showed then
 * @param speed how many seconds pass at the site in one of ours
 */
record SiteClock(WireTime since, SiteTime base, double speed) {

    private static final double NANOS_A_MILLI = 1e6;

    SiteTime at(WireTime now) {
        return base.plusMillis((long) (Math.max(0, now.since(since).toNanos()) / NANOS_A_MILLI * speed));
    }

    /** The same clock with another pace from now on; it never jumps. */
    SiteClock withSpeed(double faster, WireTime now) {
        return new SiteClock(now, at(now), faster);
    }
}
