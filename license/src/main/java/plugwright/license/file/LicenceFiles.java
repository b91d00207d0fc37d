package plugwright.license.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import plugwright.license.LicenceIssuer;
import plugwright.license.LicenceKey;
import plugwright.license.PemKeys;
import plugwright.model.FileTrouble;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** Reads and writes {@code .lic} files (the key's bytes, nothing else) and reads the issuer's private key. Blocking. */
public final class LicenceFiles {

    /** An Ed25519 key in PEM has some 120 bytes; the rest is room for remarks, and a bound for wrong files. */
    private static final int LONGEST_PEM_BYTES = 16_384;

    private LicenceFiles() {}

    /**
     * Reads a {@code .lic} file.
     *
     * @return the key, a problem of {@link FileTrouble#reading} or NOT_A_LICENCE_FILE (path, bytes expected)
     */
    public static Outcome<LicenceKey> readKey(Path file) {
        try {
            return LicenceKey.ofBytes(firstBytes(file, LicenceKey.BYTES + 1))
                    .map(Outcome::ok)
                    .orElseGet(() -> Outcome.failed(
                            ProblemCode.NOT_A_LICENCE_FILE, file.toString(), Integer.toString(LicenceKey.BYTES)));
        } catch (IOException unreadable) {
            return new Outcome.Failed<>(FileTrouble.reading(file.toString(), unreadable));
        }
    }

    /**
     * Writes a {@code .lic} file, replacing one that is there; it is whole or not there.
     *
     * @return the file, or a problem of {@link FileTrouble#writing}
     */
    public static Outcome<Path> writeKey(Path file, LicenceKey key) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, key.bytes());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.ok(file);
        } catch (IOException unwritable) {
            return new Outcome.Failed<>(FileTrouble.writing(file.toString(), unwritable));
        }
    }

    /**
     * Reads an issuer's private key, unencrypted PKCS#8 in PEM.
     *
     * @param keyId the id to issue under, 0 to 255
     * @return the issuer, a problem of {@link FileTrouble#reading}, ISSUER_FILE_UNUSABLE (path) or ISSUER_KEY_OF_OTHER_ID (id)
     */
    public static Outcome<LicenceIssuer> readIssuer(int keyId, Path file) {
        try {
            String pem = new String(firstBytes(file, LONGEST_PEM_BYTES), StandardCharsets.US_ASCII);
            return PemKeys.privateKey(pem)
                    .map(key -> LicenceIssuer.of(keyId, key))
                    .orElseGet(() -> Outcome.failed(ProblemCode.ISSUER_FILE_UNUSABLE, file.toString()));
        } catch (IOException unreadable) {
            return new Outcome.Failed<>(FileTrouble.reading(file.toString(), unreadable));
        }
    }

    private static byte[] firstBytes(Path file, int bound) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bound);
        }
    }
}
