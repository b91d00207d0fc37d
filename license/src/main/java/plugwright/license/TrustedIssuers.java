package plugwright.license;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * The issuers whose keys a station accepts: public keys by key id. One public key never stands under two ids, and the
 * demo issuer's never under an id other than {@value #DEMO_KEY_ID}, so that its published private key opens nothing
 * else.
 */
public final class TrustedIssuers {

    /** The issuer of keys for the product. */
    public static final int PRODUCT_KEY_ID = 1;

    /** The issuer of keys for simulated stations; anyone can sign as this one. */
    public static final int DEMO_KEY_ID = 200;

    private static final String PRODUCT_PUBLIC_KEY = "product-issuer.pub.pem";
    private static final String DEMO_PUBLIC_KEY = "demo-issuer.pub.pem";
    /** A PEM file of one Ed25519 key has some 120 bytes; the rest is room for a remark. */
    private static final int LONGEST_RESOURCE = 4_096;

    private final Map<Integer, PublicKey> publicKeys;

    private TrustedIssuers(Map<Integer, PublicKey> publicKeys) {
        this.publicKeys = Map.copyOf(publicKeys);
    }

    /**
     * A set of one's own, for tests and for issuers beyond the product's.
     *
     * @param publicKeys Ed25519 public keys by key id, 0 to 255
     * @throws IllegalArgumentException if a key stands twice, or the demo issuer's key and id are torn apart
     */
    public static TrustedIssuers of(Map<Integer, PublicKey> publicKeys) {
        PublicKey demo = resource(DEMO_PUBLIC_KEY);
        publicKeys.forEach((id, key) -> {
            if (key.equals(demo) != (id == DEMO_KEY_ID)) {
                throw new IllegalArgumentException("the demo issuer has the id " + DEMO_KEY_ID + ", not " + id);
            }
        });
        if (new HashSet<>(publicKeys.values()).size() != publicKeys.size()) {
            throw new IllegalArgumentException("one public key under two ids");
        }
        return new TrustedIssuers(publicKeys);
    }

    /** Whom a station trusts: the product's issuer alone. */
    public static TrustedIssuers product() {
        return of(Map.of(PRODUCT_KEY_ID, resource(PRODUCT_PUBLIC_KEY)));
    }

    /** Whom a simulated station trusts: the demo issuer alone. */
    public static TrustedIssuers demo() {
        return of(Map.of(DEMO_KEY_ID, resource(DEMO_PUBLIC_KEY)));
    }

    /** The public key of an issuer; empty if it is not trusted. */
    public Optional<PublicKey> publicKey(int keyId) {
        return Optional.ofNullable(publicKeys.get(keyId));
    }

    private static PublicKey resource(String name) {
        return PemKeys.publicKey(text(name)).orElseThrow(() -> new IllegalStateException("unusable: " + name));
    }

    /** The text of one of the key files beside this class. */
    static String text(String name) {
        try (InputStream in = TrustedIssuers.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return new String(in.readNBytes(LONGEST_RESOURCE), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new IllegalStateException("unreadable: " + name, broken);
        }
    }
}
