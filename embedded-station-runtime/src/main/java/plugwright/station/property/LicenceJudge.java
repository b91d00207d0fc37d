package plugwright.station.property;

import plugwright.license.FeatureSet;
import plugwright.model.Outcome;

/** Judges a licence key for this station, offline. */
@FunctionalInterface
public interface LicenceJudge {

    /**
     * @param key as typed or stored
     * @return the features it unlocks, or what is wrong with it (a KEY_… problem)
     */
    Outcome<FeatureSet> judge(String key);
}
