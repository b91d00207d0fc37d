package plugwright.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a station's public key (its SubjectPublicKeyInfo).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BETWEEN = Pattern.compile("[ :]");
    private static final int DIGITS_A_GROUP = 4;

    public Fingerprint {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a fingerprint: " + hex);
        }
    }

    public static Fingerprint of(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** As {@link #shown} gives it, or without blanks, with colons or in lower case; empty if it is none. */
    public static Optional<Fingerprint> parse(String typed) {
        String hex = BETWEEN.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        return FORM.matcher(hex).matches() ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }

    /** In upper-case groups of four, to be compared by eye. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < hex.length(); at += DIGITS_A_GROUP) {
            shown.append(at == 0 ? "" : " ").append(hex, at, at + DIGITS_A_GROUP);
        }
        return shown.toString().toUpperCase(Locale.ROOT);
    }
}
