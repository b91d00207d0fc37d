package plugwright.station.site;

import java.util.function.Supplier;
import plugwright.model.SiteTime;
import plugwright.model.WireTime;

/** The one clock of a site, running at the site's speed. Safe for several threads at once. */
final class SiteTimekeeper {

    private final Supplier<WireTime> wire;
    private SiteClock clock;

    SiteTimekeeper(Supplier<WireTime> wire, SiteTime start, double speed) {
        this.wire = wire;
        this.clock = new SiteClock(wire.get(), start, speed);
    }

    synchronized SiteTime now() {
        return clock.at(wire.get());
    }

    synchronized double speed() {
        return clock.speed();
    }

    synchronized void setSpeed(double faster) {
        clock = clock.withSpeed(faster, wire.get());
    }
}
