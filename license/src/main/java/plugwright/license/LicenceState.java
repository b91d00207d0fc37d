package plugwright.license;

import java.time.LocalDate;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/**
 * What a station keeps of its licence, and how a key changes it: the key's features replace those unlocked before,
 * bits of other equipment stay, and a key that is not accepted changes nothing. Unlocking configures nothing.
 *
 * @param featureBits property 21A2_0, equipment bits included
 * @param key the key installed last, for property 21A1_0; empty on a station as it was delivered
 */
public record LicenceState(int featureBits, Optional<LicenceKey> key) {

    /** A station as delivered, with what is unlocked from the factory. */
    public static LicenceState delivered(FeatureSet unlocked) {
        return new LicenceState(unlocked.bits(), Optional.empty());
    }

    /** What is unlocked. */
    public FeatureSet features() {
        return FeatureSet.ofBits(featureBits);
    }

    /**
     * What a typed key makes of this.
     *
     * @return the state to keep, or why there is no change, as {@link LicenceVerifier} says
     */
    public Outcome<LicenceState> apply(
            String typed, LicenceVerifier verifier, StationId station, LocalDate today) {
        return verifier.verify(typed, station, today).map(this::with);
    }

    /**
     * What is left after a restart: a key that is no longer accepted (ended, or its store was changed by hand) unlocks
     * nothing; without a key the delivered features stay.
     */
    public LicenceState recheck(LicenceVerifier verifier, StationId station, LocalDate today) {
        if (key.isEmpty()) {
            return this;
        }
        return switch (verifier.verify(key.get(), station, today)) {
            case Outcome.Ok<Licence> ok -> with(ok.value());
            case Outcome.Failed<Licence> failed -> new LicenceState(replaceLicensed(FeatureSet.NONE), key);
        };
    }

    private LicenceState with(Licence licence) {
        return new LicenceState(replaceLicensed(licence.features()), Optional.of(licence.key()));
    }

    private int replaceLicensed(FeatureSet features) {
        return (featureBits & ~FeatureSet.LICENSED_BITS) | features.bits();
    }
}
