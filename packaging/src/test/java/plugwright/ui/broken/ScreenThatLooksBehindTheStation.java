package plugwright.ui.broken;

import plugwright.model.broken.RoundAbout;
import plugwright.station.site.SimulatedSite;

/** Looks behind a simulated station, and closes a circle of packages, on purpose. */
public record ScreenThatLooksBehindTheStation(SimulatedSite site, RoundAbout back) {}
