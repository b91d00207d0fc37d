package plugwright.station.site;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.station.property.LicenceJudge;
import plugwright.station.property.PropertySpace;

/** What a station may be used for since its last start, and what was wrong with the key that was written last. */
final class StationLicence {

    private final LicenceJudge judge;
    private final FeatureSet delivered;
    private FeatureSet features = FeatureSet.NONE;
    private Optional<Problem> verdict = Optional.empty();

    /** @param delivered unlocked without a key */
    StationLicence(LicenceJudge judge, FeatureSet delivered) {
        this.judge = judge;
        this.delivered = delivered;
    }

    LicenceJudge judge() {
        return judge;
    }

    /**
     * The station starts: its key is judged anew.
     *
     * @param refused hears why it was not taken
     */
    void boot(PropertySpace space, Consumer<Problem> refused) {
        features = FeatureSet.ofBits(delivered.bits() | licensed(space, refused).bits());
    }

    private FeatureSet licensed(PropertySpace space, Consumer<Problem> refused) {
        String key = space.value(Known.LICENCE_KEY).map(PropertyValue::text).orElse("");
        if (key.isEmpty()) {
            return FeatureSet.NONE;
        }
        return switch (judge.judge(key)) {
            case Outcome.Ok<FeatureSet>(FeatureSet unlocked) -> unlocked;
            case Outcome.Failed<FeatureSet>(Problem why) -> {
                refused.accept(why);
                yield FeatureSet.NONE;
            }
        };
    }

    FeatureSet features() {
        return features;
    }

    /**
     * A key was written.
     *
     * @param itsVerdict what is wrong with it; empty where nothing is
     */
    void written(Optional<Problem> itsVerdict) {
        verdict = itsVerdict;
    }

    /** The verdict is not kept over a restart. */
    void goDown() {
        verdict = Optional.empty();
    }

    /** What its properties show. */
    Map<PropertyId, PropertyValue> live() {
        return Map.of(
                Known.LICENCE_FEATURES, PropertyValue.of(features.bits()),
                Known.SCN_UNLOCKED, PropertyValue.of(features.contains(Feature.SMART_CHARGING_NETWORK) ? 1 : 0),
                Known.KEY_VERDICT, PropertyValue.of(verdict.map(why -> why.code().number()).orElse(0)),
                Known.KEY_VERDICT_DETAILS,
                        PropertyValue.of(verdict.map(why -> String.join(",", why.details())).orElse("")));
    }
}
