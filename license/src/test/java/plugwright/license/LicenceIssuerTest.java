package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plugwright.license.Fixtures.STATION;
import static plugwright.license.Fixtures.TODAY;
import static plugwright.license.Fixtures.code;
import static plugwright.license.Fixtures.problem;
import static plugwright.license.Fixtures.value;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.ProblemCode;

class LicenceIssuerTest {

    private static final FeatureSet ALL = FeatureSet.of(Feature.SMART_CHARGING_NETWORK);

    private final LicenceVerifier ofProduct = new LicenceVerifier(TrustedIssuers.product());
    private final LicenceVerifier ofDemo = new LicenceVerifier(TrustedIssuers.demo());

    /** Built once from docs/decisions/0005 with Python and openssl, none of it by this code. */
    @Test
    @Tag("LIC-6")
    void writesTheKnownKeyWhenTheDemoIssuerIssuesIt() {
        String known = "074024-000000-3P4NMW-SJZSQS-EQG8K1-J552BN-2JQW0V-004K7C-3AM5D3-J6GJZ0-Q2KKAB-Z1DSPA-JBD2M=-"
                + "836AWH-NFP2ZJ-BAWNQV-6CZ22M-P5GFAX-Y7A6DF-DZ6K4H-95XG9Y-A0DJER-DTM1FM-K0TFCY-YC6DBY-9XGBS2-"
                + "YS294M-8A6AZ~-W1R00Y";

        LicenceKey key =
                value(LicenceIssuer.demo().issue(STATION, ALL, TODAY, Optional.of(LocalDate.of(2027, 12, 31)), 4711));

        assertThat(key.text()).isEqualTo(known);
        assertThat(HexFormat.of().formatHex(key.bytes()))
                .startsWith("01c8010000000762569997f3775e089c8a512c52bf00001267");
        assertThat(value(ofDemo.verify(known, STATION, TODAY)).number()).isEqualTo(4711);
    }

    @Test
    @Tag("LIC-6")
    void refusesDemoKeysWhenTheStationIsNoSimulatedOne() {
        LicenceKey key = value(LicenceIssuer.demo().issue(STATION, ALL, TODAY, Optional.empty(), 1));

        assertThat(problem(ofProduct.verify(key, STATION, TODAY)))
                .containsExactly(ProblemCode.KEY_ISSUER_UNKNOWN, "200");
    }

    @Test
    @Tag("LIC-6")
    void refusesDemoSignaturesWhenTheyNameTheProductsIssuer() {
        LicencePayload payload = new LicencePayload(
                1, 1, 1, 7, DeviceBinding.of(1, STATION), TODAY, Optional.empty(), 1);
        LicenceKey forged = LicenceIssuer.demo().sign(payload);

        assertThat(code(ofProduct.verify(forged, STATION, TODAY))).isEqualTo(ProblemCode.KEY_NOT_GENUINE);
        assertThat(code(ofDemo.verify(forged, STATION, TODAY))).isEqualTo(ProblemCode.KEY_ISSUER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 7, 199, 201, 255, 256})
    @Tag("LIC-6")
    void takesTheDemoKeyUnderNoOtherIdWhenAsked(int keyId) {
        PrivateKey demo = PemKeys.privateKey(TrustedIssuers.text("demo-issuer.pem")).orElseThrow();
        PublicKey open = TrustedIssuers.demo().publicKey(TrustedIssuers.DEMO_KEY_ID).orElseThrow();

        assertThat(problem(LicenceIssuer.of(keyId, demo)))
                .containsExactly(ProblemCode.ISSUER_KEY_OF_OTHER_ID, Integer.toString(keyId));
        assertThatThrownBy(() -> TrustedIssuers.of(Map.of(keyId, open))).isInstanceOf(IllegalArgumentException.class);
        assertThat(value(LicenceIssuer.of(200, demo)).keyId()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 200, 256})
    @Tag("LIC-6")
    void refusesAPrivateKeyWhenItIsNotTheOneOfThatIssuer(int keyId) {
        PrivateKey other = PemKeys.privateKey(Fixtures.privatePem(Fixtures.SECRET)).orElseThrow();

        assertThat(code(LicenceIssuer.of(keyId, other))).isEqualTo(ProblemCode.ISSUER_KEY_OF_OTHER_ID);
    }

    @Test
    void trustsNoPublicKeyTwiceWhenASetIsMade() {
        PublicKey open = PemKeys.publicKey(Fixtures.publicPem(Fixtures.PUBLIC)).orElseThrow();

        assertThatThrownBy(() -> TrustedIssuers.of(Map.of(7, open, 8, open)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedIssuers.of(Map.of(200, open))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void issuesNothingWhenNoFeatureIsNamed() {
        assertThat(code(Fixtures.issuer().issue(STATION, FeatureSet.NONE, TODAY, Optional.empty(), 1)))
                .isEqualTo(ProblemCode.KEY_WITHOUT_FEATURES);
    }

    @Test
    void issuesNothingWhenADateCannotBe() {
        LicenceIssuer issuer = Fixtures.issuer();
        LocalDate tooLate = LocalDate.of(2149, 6, 7);
        LocalDate epoch = LocalDate.of(1970, 1, 1);

        assertThat(problem(issuer.issue(STATION, ALL, tooLate, Optional.empty(), 1)))
                .containsExactly(ProblemCode.KEY_DATE_OUT_OF_RANGE, "2149-06-07", "1970-01-01", "2149-06-06");
        assertThat(problem(issuer.issue(STATION, ALL, LocalDate.of(1969, 12, 31), Optional.empty(), 1)))
                .containsExactly(ProblemCode.KEY_DATE_OUT_OF_RANGE, "1969-12-31", "1970-01-01", "2149-06-06");
        assertThat(problem(issuer.issue(STATION, ALL, TODAY, Optional.of(TODAY.minusDays(1)), 1)))
                .containsExactly(ProblemCode.KEY_DATE_OUT_OF_RANGE, "2026-11-22", "2026-11-23", "2149-06-06");
        assertThat(code(issuer.issue(STATION, ALL, TODAY, Optional.of(tooLate), 1)))
                .isEqualTo(ProblemCode.KEY_DATE_OUT_OF_RANGE);
        assertThat(code(issuer.issue(STATION, ALL, epoch, Optional.of(epoch), 1)))
                .isEqualTo(ProblemCode.KEY_DATE_OUT_OF_RANGE);
        assertThat(value(issuer.issue(STATION, ALL, TODAY, Optional.of(tooLate.minusDays(1)), 1))
                        .payload()
                        .expiresOn())
                .contains(LocalDate.of(2149, 6, 6));
    }

    @Test
    @Tag("LIC-6")
    void putsEveryFieldAtItsPlaceWhenEncoded() {
        LicencePayload payload = new LicencePayload(
                1,
                254,
                3,
                0x80000007,
                new DeviceBinding("00112233445566778899"),
                LocalDate.ofEpochDay(0x1234),
                Optional.of(LocalDate.ofEpochDay(0xFEDC)),
                0xCAFEBABE);

        assertThat(HexFormat.of().formatHex(payload.encode()))
                .isEqualTo("01fe0380000007001122334455667788991234fedccafebabe");
        assertThat(LicencePayload.decode(ByteBuffer.wrap(payload.encode()).array())).isEqualTo(payload);
    }
}
