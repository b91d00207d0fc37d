package plugwright.station.site;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.Licence;
import plugwright.license.LicenceKey;
import plugwright.license.LicenceVerifier;
import plugwright.license.TrustedIssuers;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/**
 * The key that comes with a station which is set up as a member of a network: kept like any other, so that it is a member
 * at its next start too, whoever starts it.
 */
final class DeliveredLicence {

    private DeliveredLicence() {}

    /** What a station keeps, with a key that unlocks networks beside all that its own one unlocks; unchanged where it does. */
    static StationKeep forNetwork(StationKeep keep, StationId station, LocalDate today) {
        FeatureSet has = unlocked(keep, station, today);
        if (has.contains(Feature.SMART_CHARGING_NETWORK)) {
            return keep;
        }
        FeatureSet wanted = FeatureSet.ofBits(has.bits() | FeatureSet.of(Feature.SMART_CHARGING_NETWORK).bits());
        return switch (DemoSites.licenceKey(station, wanted, today)) {
            case Outcome.Ok<LicenceKey>(LicenceKey key) -> {
                Map<PropertyId, PropertyValue> values = new TreeMap<>(keep.values());
                values.put(Known.LICENCE_KEY, PropertyValue.of(key.text()));
                yield new StationKeep(keep.store(), values, keep.identity(), keep.password());
            }
            case Outcome.Failed<LicenceKey>(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    private static FeatureSet unlocked(StationKeep keep, StationId station, LocalDate today) {
        LicenceVerifier verifier = new LicenceVerifier(TrustedIssuers.demo());
        return Optional.ofNullable(keep.values().get(Known.LICENCE_KEY))
                .map(key -> verifier.verify(key.text(), station, today))
                .filter(Outcome.Ok.class::isInstance)
                .map(ok -> ((Outcome.Ok<Licence>) ok).value().features())
                .orElse(FeatureSet.NONE);
    }
}
