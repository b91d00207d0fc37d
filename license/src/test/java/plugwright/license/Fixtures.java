package plugwright.license;

import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/** An issuer of the tests' own (the key pair of RFC 8032 TEST 1), a station and a day. */
final class Fixtures {

    static final int TEST_KEY_ID = 7;
    static final StationId STATION = new StationId("ACE0123456");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final String PKCS8_PREFIX = "302e020100300506032b657004220420";
    private static final String SPKI_PREFIX = "302a300506032b6570032100";

    private Fixtures() {}

    static String privatePem(String seedHex) {
        return pem("PRIVATE KEY", PKCS8_PREFIX + seedHex);
    }

    static String publicPem(String publicHex) {
        return pem("PUBLIC KEY", SPKI_PREFIX + publicHex);
    }

    private static String pem(String label, String hex) {
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    static LicenceIssuer issuer() {
        return value(LicenceIssuer.of(
                TEST_KEY_ID, PemKeys.privateKey(privatePem(SECRET)).orElseThrow()));
    }

    static LicenceVerifier verifier() {
        return new LicenceVerifier(TrustedIssuers.of(
                Map.of(TEST_KEY_ID, PemKeys.publicKey(publicPem(PUBLIC)).orElseThrow())));
    }

    static LicenceKey key(Feature... features) {
        return value(issuer().issue(STATION, FeatureSet.of(features), TODAY, Optional.empty(), 42));
    }

    static LicencePayload payload(int version, int product, Optional<LocalDate> expiresOn) {
        return new LicencePayload(
                version, TEST_KEY_ID, product, 2, DeviceBinding.of(product, STATION), TODAY, expiresOn, 42);
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T> ok -> ok.value();
            case Outcome.Failed<T> failed -> throw new AssertionError(failed.problem());
        };
    }

    /** The code and the details of a failure, as one list. */
    static Stream<Object> problem(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?> ok -> throw new AssertionError("accepted: " + ok.value());
            case Outcome.Failed<?> failed ->
                Stream.concat(Stream.of(failed.problem().code()), failed.problem().details().stream());
        };
    }

    static ProblemCode code(Outcome<?> outcome) {
        return (ProblemCode) problem(outcome).findFirst().orElseThrow();
    }
}
