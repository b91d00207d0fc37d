package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** Our signatures before openssl, and openssl's before us. */
@Tag("peers")
@Tag("LIC-6")
class OpensslPeerTest {

    private static final int SECONDS = 30;

    @TempDir
    private Path directory;

    @Test
    void isVerifiedByOpensslWhenSignedByUs() throws Exception {
        LicenceKey key = Fixtures.key(Feature.SMART_CHARGING_NETWORK);
        Files.writeString(directory.resolve("public.pem"), Fixtures.publicPem(Fixtures.PUBLIC));
        Files.write(directory.resolve("message"), Ed25519.message(key.payloadBytes()));
        Files.write(directory.resolve("signature"), key.signature());
        byte[] wrong = key.signature();
        wrong[5] ^= 1;
        Files.write(directory.resolve("wrong"), wrong);

        assertThat(verify("signature")).isZero();
        assertThat(verify("wrong")).isNotZero();
    }

    private int verify(String signature) throws IOException, InterruptedException {
        return openssl("pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin", "-in", "message",
                "-sigfile", signature);
    }

    @Test
    void isAcceptedByUsWhenSignedByOpensslWithAKeyOfItsOwn() throws Exception {
        assertThat(openssl("genpkey", "-algorithm", "ed25519", "-out", "private.pem")).isZero();
        assertThat(openssl("pkey", "-in", "private.pem", "-pubout", "-out", "public.pem")).isZero();
        byte[] payload = Fixtures.key(Feature.ACTIVE_LOAD_BALANCING).payloadBytes();
        Files.write(directory.resolve("message"), Ed25519.message(payload));
        assertThat(openssl("pkeyutl", "-sign", "-inkey", "private.pem", "-rawin", "-in", "message", "-out", "signature"))
                .isZero();
        LicenceKey key = LicenceKey.ofBytes(ByteBuffer.allocate(LicenceKey.BYTES)
                        .put(payload)
                        .put(Files.readAllBytes(directory.resolve("signature")))
                        .array())
                .orElseThrow();
        String publicPem = Files.readString(directory.resolve("public.pem"));
        LicenceVerifier verifier = new LicenceVerifier(TrustedIssuers.of(
                Map.of(Fixtures.TEST_KEY_ID, PemKeys.publicKey(publicPem).orElseThrow())));

        Outcome<Licence> judged = verifier.verify(key.text(), Fixtures.STATION, Fixtures.TODAY);

        assertThat(Fixtures.value(judged).features()).isEqualTo(FeatureSet.ofBits(6));
        assertThat(Fixtures.code(Fixtures.verifier().verify(key, Fixtures.STATION, Fixtures.TODAY)))
                .isEqualTo(ProblemCode.KEY_NOT_GENUINE);
    }

    @Test
    void issuesAcceptedKeysWhenThePrivateKeyComesFromOpenssl() throws Exception {
        assertThat(openssl("genpkey", "-algorithm", "ed25519", "-out", "private.pem")).isZero();
        String pem = Files.readString(directory.resolve("private.pem"));
        LicenceIssuer issuer = Fixtures.value(LicenceIssuer.of(9, PemKeys.privateKey(pem).orElseThrow()));

        assertThat(Fixtures.value(issuer.issue(
                                Fixtures.STATION, FeatureSet.ofBits(2), Fixtures.TODAY, Optional.empty(), 1))
                        .payload()
                        .keyId())
                .isEqualTo(9);
    }

    private int openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("openssl.log").toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("openssl did not end: " + command);
        }
        return process.exitValue();
    }
}
