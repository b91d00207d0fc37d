package plugwright.license;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Ed25519 keys in PEM text (RFC 7468, RFC 8410), as openssl writes them. Text around the block is let be. */
public final class PemKeys {

    private static final String ALGORITHM = "Ed25519";

    private PemKeys() {}

    /** The private key of an unencrypted PKCS#8 block; empty if there is none or it is not an Ed25519 key. */
    public static Optional<PrivateKey> privateKey(String pem) {
        return block(pem, "PRIVATE KEY").flatMap(der -> {
            try {
                return Optional.of(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (GeneralSecurityException otherKind) {
                return Optional.empty();
            }
        });
    }

    /** The public key of a SubjectPublicKeyInfo block; empty if there is none or it is not an Ed25519 key. */
    public static Optional<PublicKey> publicKey(String pem) {
        return block(pem, "PUBLIC KEY").flatMap(der -> {
            try {
                return Optional.of(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException otherKind) {
                return Optional.empty();
            }
        });
    }

    private static Optional<byte[]> block(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + label + "-----", Math.max(start, 0));
        if (start < 0 || end < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
