package plugwright.license;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Signatures by the JDK's Ed25519 (RFC 8032, the pure form), and the message that a key's signature is over. */
final class Ed25519 {

    /** Keeps signatures of licence keys apart from anything else that the same private key may ever sign. */
    static final String CONTEXT = "plugwright licence key v1";

    private static final String ALGORITHM = "Ed25519";

    private Ed25519() {}

    /** What is signed for a payload: the context in ASCII, a zero byte, the payload. */
    static byte[] message(byte[] payload) {
        byte[] context = CONTEXT.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(context.length + 1 + payload.length)
                .put(context)
                .put((byte) 0)
                .put(payload)
                .array();
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException keyOfAnotherKind) {
            throw new IllegalArgumentException(keyOfAnotherKind);
        }
    }

    /** Whether the signature is that of the message by the owner of the public key; false for any malformed one. */
    static boolean isGenuine(PublicKey key, byte[] message, byte[] signatureBytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signatureBytes);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Whether these two are one pair. */
    static boolean isPair(PrivateKey privateKey, PublicKey publicKey) {
        byte[] probe = CONTEXT.getBytes(StandardCharsets.US_ASCII);
        return isGenuine(publicKey, probe, sign(privateKey, probe));
    }
}
