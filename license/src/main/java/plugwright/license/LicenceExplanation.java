package plugwright.license;

import java.time.LocalDate;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/**
 * What a key says about itself, for showing it. It may be said by anyone: only {@link LicenceVerifier} tells whether it
 * is genuine.
 *
 * @param keyId the issuer named
 * @param product the product named; {@link LicencePayload#PRODUCT_STATION} is the embedded station
 * @param features what it would unlock
 * @param issuedOn day of issue
 * @param expiresOn last day; empty: it does not end
 * @param number the issuer's number of it, 0 to 4 294 967 295
 * @param fit whether it is for the station asked about
 */
public record LicenceExplanation(
        int keyId,
        int product,
        FeatureSet features,
        LocalDate issuedOn,
        Optional<LocalDate> expiresOn,
        long number,
        Fit fit) {

    /** Whether the binding is that of a station. */
    public enum Fit {
        MATCHES_SERIAL,
        OTHER_SERIAL,
        NOT_ASKED
    }

    /**
     * Explains a typed key.
     *
     * @param station the station to compare with, if any
     * @return the explanation, or what {@link LicenceKey#parse} finds
     */
    public static Outcome<LicenceExplanation> explain(String text, Optional<StationId> station) {
        return LicenceKey.parse(text).map(key -> of(key, station));
    }

    /** Explains a key that was read from a file. */
    public static LicenceExplanation of(LicenceKey key, Optional<StationId> station) {
        LicencePayload payload = key.payload();
        return new LicenceExplanation(
                payload.keyId(),
                payload.product(),
                payload.features(),
                payload.issuedOn(),
                payload.expiresOn(),
                Integer.toUnsignedLong(payload.number()),
                station.map(id -> payload.isFor(id) ? Fit.MATCHES_SERIAL : Fit.OTHER_SERIAL)
                        .orElse(Fit.NOT_ASKED));
    }
}
