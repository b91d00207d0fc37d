package plugwright.station.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.station.http.StationCertificate;
import plugwright.station.store.DirectoryFiles;
import plugwright.station.store.PropertyStore;

/**
 * What a station keeps in its directory: properties, certificate, password. The last two are made at its first start.
 *
 * @param store of the properties
 * @param values what the store held when it was opened
 * @param identity key and certificate
 * @param password of its API
 */
record StationKeep(
        PropertyStore store, Map<PropertyId, PropertyValue> values, KeyStore identity, String password) {

    private static final String PASSWORD_FILE = "password.txt";
    private static final String CERTIFICATE_FILE = "certificate.p12";

    /** Takes as long whether or how much of it is right. */
    boolean isPassword(String typed) {
        return MessageDigest.isEqual(
                typed.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    /** No letters or digits that are read as another: typed from a sheet of paper. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int CHARACTERS_A_GROUP = 4;

    /** @return what is in the directory, made where it is missing; FILE_UNREADABLE or FILE_UNWRITABLE */
    static Outcome<StationKeep> open(Path stateDirectory, StationId station, Instant now, SecureRandom random) {
        Path directory = stateDirectory.resolve(station.serial());
        try {
            makeDirectory(directory);
            DirectoryFiles files = new DirectoryFiles(directory);
            String password = password(files, random);
            KeyStore identity = identity(files, station, now, random);
            PropertyStore store = new PropertyStore(files);
            return store.load().map(values -> new StationKeep(store, values, identity, password));
        } catch (IOException | GeneralSecurityException broken) {
            return Outcome.failed(
                    ProblemCode.FILE_UNWRITABLE, directory.toString(), String.valueOf(broken.getMessage()));
        }
    }

    /** Makes a directory, and those above it, that only its owner can look into. */
    static void makeDirectory(Path directory) throws IOException {
        // The password is in there: only its owner may look.
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(directory, ownerOnly);
    }

    private static String password(DirectoryFiles files, SecureRandom random) throws IOException {
        Optional<byte[]> kept = files.read(PASSWORD_FILE);
        if (kept.isPresent()) {
            return new String(kept.get(), StandardCharsets.UTF_8).strip();
        }
        StringBuilder made = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            made.append(group == 0 ? "" : "-");
            for (int i = 0; i < CHARACTERS_A_GROUP; i++) {
                made.append(READABLE.charAt(random.nextInt(READABLE.length())));
            }
        }
        files.replace(PASSWORD_FILE, (made + "\n").getBytes(StandardCharsets.UTF_8));
        return made.toString();
    }

    private static KeyStore identity(DirectoryFiles files, StationId station, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        Optional<byte[]> kept = files.read(CERTIFICATE_FILE);
        if (kept.isPresent()) {
            return StationCertificate.ofBytes(kept.get());
        }
        KeyStore made = StationCertificate.make(station, now, random);
        files.replace(CERTIFICATE_FILE, StationCertificate.toBytes(made));
        return made;
    }
}
