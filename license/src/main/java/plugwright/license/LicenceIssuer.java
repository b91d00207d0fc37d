package plugwright.license;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/** Makes keys with a private key that the caller brings. Nothing of the product's issuer is in here. */
public final class LicenceIssuer {

    private static final String DEMO_PRIVATE_KEY = "demo-issuer.pem";

    private final int keyId;
    private final PrivateKey privateKey;

    private LicenceIssuer(int keyId, PrivateKey privateKey) {
        this.keyId = keyId;
        this.privateKey = privateKey;
    }

    /**
     * An issuer with its private key.
     *
     * @param keyId 0 to 255; under the product's and the demo issuer's ids only their own private keys are taken, and
     *     those two under no other id
     * @param privateKey an Ed25519 private key
     * @return the issuer, or ISSUER_KEY_OF_OTHER_ID (the id)
     */
    public static Outcome<LicenceIssuer> of(int keyId, PrivateKey privateKey) {
        boolean signsAsProduct = signsAs(TrustedIssuers.product(), TrustedIssuers.PRODUCT_KEY_ID, privateKey);
        boolean signsAsDemo = signsAs(TrustedIssuers.demo(), TrustedIssuers.DEMO_KEY_ID, privateKey);
        if (keyId < 0
                || keyId > LicencePayload.LARGEST_BYTE
                || signsAsProduct != (keyId == TrustedIssuers.PRODUCT_KEY_ID)
                || signsAsDemo != (keyId == TrustedIssuers.DEMO_KEY_ID)) {
            return Outcome.failed(ProblemCode.ISSUER_KEY_OF_OTHER_ID, Integer.toString(keyId));
        }
        return Outcome.ok(new LicenceIssuer(keyId, privateKey));
    }

    private static boolean signsAs(TrustedIssuers issuers, int keyId, PrivateKey privateKey) {
        return issuers.publicKey(keyId).filter(key -> Ed25519.isPair(privateKey, key)).isPresent();
    }

    /** The demo issuer, whose private key is published: for simulated stations. */
    public static LicenceIssuer demo() {
        PrivateKey key = PemKeys.privateKey(TrustedIssuers.text(DEMO_PRIVATE_KEY))
                .orElseThrow(() -> new IllegalStateException("unusable: " + DEMO_PRIVATE_KEY));
        return new LicenceIssuer(TrustedIssuers.DEMO_KEY_ID, key);
    }

    /** The id under which its keys are accepted. */
    public int keyId() {
        return keyId;
    }

    /**
     * Makes a key.
     *
     * @param station the one station it is for
     * @param features what it unlocks, at least one
     * @param issuedOn the day of issue
     * @param expiresOn the last day on which it is accepted, not before the issue; empty: it does not end
     * @param number the issuer's own number of it, unsigned
     * @return the key, or KEY_WITHOUT_FEATURES, or KEY_DATE_OUT_OF_RANGE (the date, first and last possible)
     */
    public Outcome<LicenceKey> issue(
            StationId station, FeatureSet features, LocalDate issuedOn, Optional<LocalDate> expiresOn, int number) {
        if (features.isEmpty()) {
            return Outcome.failed(ProblemCode.KEY_WITHOUT_FEATURES);
        }
        Optional<LocalDate> wrong = isOutside(issuedOn, LocalDate.EPOCH)
                ? Optional.of(issuedOn)
                : expiresOn.filter(day -> isOutside(day, issuedOn) || day.equals(LocalDate.EPOCH));
        if (wrong.isPresent()) {
            LocalDate first = wrong.get().equals(issuedOn) ? LocalDate.EPOCH : issuedOn;
            return Outcome.failed(
                    ProblemCode.KEY_DATE_OUT_OF_RANGE,
                    wrong.get().toString(),
                    first.toString(),
                    LicencePayload.LAST_DAY.toString());
        }
        return Outcome.ok(sign(new LicencePayload(
                LicencePayload.VERSION,
                keyId,
                LicencePayload.PRODUCT_STATION,
                features.bits(),
                DeviceBinding.of(LicencePayload.PRODUCT_STATION, station),
                issuedOn,
                expiresOn,
                number)));
    }

    private static boolean isOutside(LocalDate day, LocalDate first) {
        return day.isBefore(first) || day.isAfter(LicencePayload.LAST_DAY);
    }

    /** Signs any payload as it is; {@link #issue} is the way to one that a station accepts. */
    LicenceKey sign(LicencePayload payload) {
        byte[] signed = payload.encode();
        byte[] signature = Ed25519.sign(privateKey, Ed25519.message(signed));
        return LicenceKey.ofBytes(ByteBuffer.allocate(LicenceKey.BYTES)
                        .put(signed)
                        .put(signature)
                        .array())
                .orElseThrow();
    }
}
