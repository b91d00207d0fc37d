package plugwright.station.site;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.station.property.LicenceJudge;

/**
 * The key that comes with a station which is set up as a member of a network: kept like any other, so that it is a member
 * at its next start too, whoever starts it.
 */
final class DeliveredLicence {

    private DeliveredLicence() {}

    /** What a station keeps, with a key for networks, which include all other features; unchanged where its own is one. */
    static StationKeep forNetwork(StationKeep keep, StationId station, LicenceJudge judge, LocalDate today) {
        PropertyValue own = keep.values().get(Known.LICENCE_KEY);
        if (own != null
                && judge.judge(own.text()) instanceof Outcome.Ok<FeatureSet>(var has)
                && has.contains(Feature.SMART_CHARGING_NETWORK)) {
            return keep;
        }
        return switch (DemoSites.licenceKey(station, FeatureSet.of(Feature.SMART_CHARGING_NETWORK), today)) {
            case Outcome.Ok<LicenceKey>(LicenceKey key) -> {
                Map<PropertyId, PropertyValue> values = new TreeMap<>(keep.values());
                values.put(Known.LICENCE_KEY, PropertyValue.of(key.text()));
                yield new StationKeep(keep.store(), values, keep.identity(), keep.password());
            }
            case Outcome.Failed<LicenceKey>(var why) -> throw new IllegalStateException(why.toString());
        };
    }
}
