package plugwright.station.control.broken;

import plugwright.model.SiteTime;
import plugwright.model.WireTime;

/** Mixes the clocks on purpose, so that the rule is seen to fail. */
record MixedClocks(SiteTime site, WireTime wire) {}
