package plugwright.license;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plugwright.model.Outcome;

/**
 * A licence key as it is carried: {@value #BYTES} bytes, a payload and the issuer's signature, not yet judged. It is
 * typed as groups of symbols and kept in a {@code .lic} file as the bare bytes. Immutable.
 */
public final class LicenceKey {

    /** Length of an Ed25519 signature (RFC 8032 §5.1.6). */
    public static final int SIGNATURE_BYTES = 64;

    public static final int BYTES = LicencePayload.BYTES + SIGNATURE_BYTES;

    /** Groups of the typed form. */
    public static final int GROUPS = KeyText.GROUPS;

    private static final String BETWEEN_GROUPS = "-";

    private final byte[] bytes;

    private LicenceKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A key from its bytes; empty if they are not {@value #BYTES}. */
    public static Optional<LicenceKey> ofBytes(byte[] bytes) {
        return bytes.length == BYTES ? Optional.of(new LicenceKey(bytes.clone())) : Optional.empty();
    }

    /**
     * Reads a typed or pasted key: any case, with or without hyphens and blanks, I and L for 1, O for 0.
     *
     * @return the key, or KEY_EMPTY, KEY_WRONG_LENGTH (groups found, groups expected) or KEY_MISTYPED (number of the
     *     group from 1, its text as typed)
     */
    public static Outcome<LicenceKey> parse(String text) {
        return KeyText.parse(text).map(LicenceKey::new);
    }

    /** The key for typing, 29 groups with hyphens: 202 characters. */
    public String text() {
        return String.join(BETWEEN_GROUPS, groups());
    }

    /** The groups of {@link #text()}, for sheets and screens that number them. */
    public List<String> groups() {
        return KeyText.groups(bytes);
    }

    /** What the key says; believe it only after {@link LicenceVerifier}. */
    public LicencePayload payload() {
        return LicencePayload.decode(payloadBytes());
    }

    /** All {@value #BYTES} bytes, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] payloadBytes() {
        return Arrays.copyOf(bytes, LicencePayload.BYTES);
    }

    byte[] signature() {
        return Arrays.copyOfRange(bytes, LicencePayload.BYTES, BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LicenceKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** For logs: issuer and number only, since a key is worth money. */
    @Override
    public String toString() {
        LicencePayload payload = payload();
        return "licence key " + payload.keyId() + "/" + Integer.toUnsignedString(payload.number());
    }
}
