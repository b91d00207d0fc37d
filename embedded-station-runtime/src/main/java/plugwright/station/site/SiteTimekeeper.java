package plugwright.station.site;

import java.time.Duration;
import java.util.function.Supplier;
import plugwright.model.SiteTime;
import plugwright.model.WireTime;

/** The one clock of a site, running at the site's speed. Safe for several threads at once. */
final class SiteTimekeeper {

    private static final double NANOS_A_MILLI = 1e6;

    private final Supplier<WireTime> wire;
    private SiteClock clock;

    SiteTimekeeper(Supplier<WireTime> wire, SiteTime start, double speed) {
        this.wire = wire;
        this.clock = new SiteClock(wire.get(), start, speed);
    }

    synchronized SiteTime now() {
        return clock.at(wire.get());
    }

    /** How long it is until a moment, on this machine's clock; not below 0. */
    synchronized Duration until(SiteTime moment) {
        double millis = Math.max(0, moment.millisSince(clock.at(wire.get())) / clock.speed());
        return Duration.ofNanos((long) Math.min(millis * NANOS_A_MILLI, Long.MAX_VALUE / 2.0));
    }

    synchronized double speed() {
        return clock.speed();
    }

    synchronized void setSpeed(double faster) {
        clock = clock.withSpeed(faster, wire.get());
    }
}
