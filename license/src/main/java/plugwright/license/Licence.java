package plugwright.license;

import java.time.LocalDate;
import java.util.Optional;

/** A key that {@link LicenceVerifier} has accepted for a station on a day. */
public final class Licence {

    private final LicenceKey key;
    private final LicencePayload payload;

    Licence(LicenceKey key) {
        this.key = key;
        this.payload = key.payload();
    }

    /** The key itself; its {@link LicenceKey#text()} is what a station keeps. */
    public LicenceKey key() {
        return key;
    }

    /** What it unlocks. */
    public FeatureSet features() {
        return payload.features();
    }

    /** The issuer that signed it. */
    public int keyId() {
        return payload.keyId();
    }

    public LocalDate issuedOn() {
        return payload.issuedOn();
    }

    /** The last day on which it is accepted; empty: it does not end. */
    public Optional<LocalDate> expiresOn() {
        return payload.expiresOn();
    }

    /** The issuer's number of it, 0 to 4 294 967 295. */
    public long number() {
        return Integer.toUnsignedLong(payload.number());
    }

    /** For logs. */
    @Override
    public String toString() {
        return key + " " + features();
    }
}
