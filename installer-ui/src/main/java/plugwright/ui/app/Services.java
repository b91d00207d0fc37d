package plugwright.ui.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plugwright.catalog.Catalogue;
import plugwright.ui.bench.BenchSite;
import plugwright.ui.nav.Stations;
import plugwright.ui.station.StationTab;

/**
 * What the window is given.
 *
 * @param stations the stations in the network and the links to them
 * @param catalogue what properties there are
 * @param clock time of day, for what the status line tells
 * @param settingsFile where the choice of look and text size is kept
 * @param locale the system's language; the settings may name another
 * @param moreTabs tabs after those for settings
 * @param site the simulated site that the test bench shows, where there is one
 */
public record Services(
        Stations stations,
        Catalogue catalogue,
        InstantSource clock,
        Path settingsFile,
        Locale locale,
        List<StationTab> moreTabs,
        Optional<BenchSite> site) {

    public Services {
        moreTabs = List.copyOf(moreTabs);
    }
}
