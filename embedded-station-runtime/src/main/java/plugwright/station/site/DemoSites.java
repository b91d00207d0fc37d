package plugwright.station.site;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceIssuer;
import plugwright.license.LicenceKey;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/** Sites to try the program on, and keys that unlock their stations. */
public final class DemoSites {

    /** All demo keys bear it: nobody counts them. */
    private static final int NUMBER = 1;

    private DemoSites() {}

    /** A car park with one double station on one feeder: connectors of 16 A, load balancing locked. */
    public static SitePlan carPark(Path stateDirectory) {
        return SitePlan.of(StationModel.smallDouble(), stateDirectory);
    }

    /**
     * A key of the demo issuer, which simulated stations trust and real ones do not.
     *
     * @param today the day of issue; it does not end
     * @return the key, or KEY_WITHOUT_FEATURES
     */
    public static Outcome<LicenceKey> licenceKey(StationId station, FeatureSet features, LocalDate today) {
        return LicenceIssuer.demo().issue(station, features, today, Optional.empty(), NUMBER);
    }
}
