package plugwright.license.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceIssuer;
import plugwright.license.LicenceKey;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

class LicenceFilesTest {

    @TempDir
    private Path directory;

    private LicenceKey key;

    @BeforeEach
    void issue() {
        FeatureSet features = FeatureSet.of(Feature.STANDARD_LOAD_BALANCING);
        Outcome<LicenceKey> issued = LicenceIssuer.demo()
                .issue(new StationId("ACE1"), features, LocalDate.of(2026, 11, 23), Optional.empty(), 1);
        key = ((Outcome.Ok<LicenceKey>) issued).value();
    }

    @Test
    @Tag("LIC-6")
    void readsTheSameKeyWhenWritten() throws Exception {
        Path file = directory.resolve("station.lic");
        Files.writeString(file, "older content");

        assertThat(LicenceFiles.writeKey(file, key)).isEqualTo(Outcome.ok(file));

        assertThat(Files.readAllBytes(file)).isEqualTo(key.bytes());
        assertThat(LicenceFiles.readKey(file)).isEqualTo(Outcome.ok(key));
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void saysWhatIsWrongWhenAFileIsNoKey() throws Exception {
        Path text = Files.writeString(directory.resolve("key.lic"), key.text());
        Path none = directory.resolve("none.lic");

        assertThat(LicenceFiles.readKey(text))
                .isEqualTo(Outcome.failed(ProblemCode.NOT_A_LICENCE_FILE, text.toString(), "89"));
        assertThat(LicenceFiles.readKey(none))
                .isEqualTo(Outcome.failed(ProblemCode.FILE_MISSING, none.toString()));
        assertThat(LicenceFiles.writeKey(none.resolve("below.lic"), key))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.problem().code())
                        .isEqualTo(ProblemCode.FOLDER_MISSING));
    }

    @Test
    void readsAnIssuerWhenTheFileHoldsItsKey() throws Exception {
        String pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                + "-----END PRIVATE KEY-----\n";
        Path file = Files.writeString(directory.resolve("issuer.pem"), pem);
        Path other = Files.writeString(directory.resolve("other.pem"), "no key");

        assertThat(LicenceFiles.readIssuer(9, file))
                .isInstanceOfSatisfying(Outcome.Ok.class, ok -> assertThat(((LicenceIssuer) ok.value()).keyId())
                        .isEqualTo(9));
        assertThat(List.of(LicenceFiles.readIssuer(1, file), LicenceFiles.readIssuer(9, other)))
                .containsExactly(
                        Outcome.failed(ProblemCode.ISSUER_KEY_OF_OTHER_ID, "1"),
                        Outcome.failed(ProblemCode.ISSUER_FILE_UNUSABLE, other.toString()));
    }
}
