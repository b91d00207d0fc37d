package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.license.Fixtures.STATION;
import static plugwright.license.Fixtures.TODAY;
import static plugwright.license.Fixtures.code;
import static plugwright.license.Fixtures.payload;
import static plugwright.license.Fixtures.problem;
import static plugwright.license.Fixtures.value;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

@Tag("LIC-6")
class LicenceVerifierTest {

    private static final int KEY_ID_BYTE = 1;

    private final LicenceIssuer issuer = Fixtures.issuer();
    private final LicenceVerifier verifier = Fixtures.verifier();

    @ParameterizedTest
    @EnumSource
    void acceptsAKeyWhenItIsForThisStation(Feature feature) {
        LicenceKey key = Fixtures.key(feature);

        Licence licence = value(verifier.verify(key.text(), STATION, TODAY));

        assertThat(licence.features()).isEqualTo(FeatureSet.of(feature));
        assertThat(licence.keyId()).isEqualTo(7);
        assertThat(licence.issuedOn()).isEqualTo(TODAY);
        assertThat(licence.expiresOn()).isEmpty();
        assertThat(licence.number()).isEqualTo(42);
        assertThat(licence.key()).isEqualTo(key);
    }

    @Test
    void saysForOtherStationWhenTheSerialDiffers() {
        String text = Fixtures.key(Feature.STANDARD_LOAD_BALANCING).text();

        assertThat(problem(verifier.verify(text, new StationId("ACE0123457"), TODAY)))
                .containsExactly(ProblemCode.KEY_FOR_OTHER_STATION, "ACE0123457");
        assertThat(code(verifier.verify(text, new StationId("ace0123456"), TODAY)))
                .isEqualTo(ProblemCode.KEY_FOR_OTHER_STATION);
    }

    @Test
    void isNeverAcceptedWhenAnyBitIsFlipped() {
        byte[] bytes = Fixtures.key(Feature.ACTIVE_LOAD_BALANCING).bytes();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            // A key that names another issuer cannot be judged at all.
            ProblemCode expected = bit / Byte.SIZE == KEY_ID_BYTE
                    ? ProblemCode.KEY_ISSUER_UNKNOWN
                    : ProblemCode.KEY_NOT_GENUINE;

            assertThat(code(verifier.verify(LicenceKey.ofBytes(flipped).orElseThrow(), STATION, TODAY)))
                    .as("bit %d", bit)
                    .isEqualTo(expected);
        }
    }

    @Test
    void saysIssuerUnknownWhenItIsNotTrusted() {
        String text = Fixtures.key(Feature.STANDARD_LOAD_BALANCING).text();

        assertThat(problem(new LicenceVerifier(TrustedIssuers.product()).verify(text, STATION, TODAY)))
                .containsExactly(ProblemCode.KEY_ISSUER_UNKNOWN, "7");
    }

    @ParameterizedTest
    @CsvSource({"2027-12-31, 2027-12-30, true", "2027-12-31, 2027-12-31, true", "2027-12-31, 2028-01-01, false"})
    void acceptsUntilItsLastDayWhenItEnds(LocalDate last, LocalDate today, boolean accepted) {
        String text = value(issuer.issue(
                        STATION, FeatureSet.of(Feature.STANDARD_LOAD_BALANCING), TODAY, Optional.of(last), 1))
                .text();

        if (accepted) {
            assertThat(value(verifier.verify(text, STATION, today)).expiresOn()).contains(last);
        } else {
            assertThat(problem(verifier.verify(text, STATION, today)))
                    .containsExactly(ProblemCode.KEY_EXPIRED, "2027-12-31");
        }
    }

    @Test
    void saysOtherProductWhenItIsForAnother() {
        assertThat(code(verifier.verify(issuer.sign(payload(1, 2, Optional.empty())), STATION, TODAY)))
                .isEqualTo(ProblemCode.KEY_OTHER_PRODUCT);
    }

    @Test
    void saysTooNewWhenItsFormIsALaterOne() {
        assertThat(code(verifier.verify(issuer.sign(payload(2, 1, Optional.empty())), STATION, TODAY)))
                .isEqualTo(ProblemCode.KEY_TOO_NEW);
    }

    @Test
    void saysMistypedWhenItIsMistypedAndForeignAtOnce() {
        String text = Fixtures.key(Feature.STANDARD_LOAD_BALANCING).text();
        String wrong = (text.charAt(0) == '7' ? '8' : '7') + text.substring(1);

        assertThat(problem(verifier.verify(wrong, new StationId("other"), TODAY)))
                .containsExactly(ProblemCode.KEY_MISTYPED, "1", wrong.substring(0, 6));
    }

    @Test
    void explainsAKeyWithoutBelievingItWhenAsked() {
        String text = value(issuer.issue(
                        STATION,
                        FeatureSet.of(Feature.ACTIVE_LOAD_BALANCING),
                        TODAY,
                        Optional.of(LocalDate.of(2030, 1, 2)),
                        -1))
                .text();

        assertThat(value(LicenceExplanation.explain(text, Optional.of(STATION))))
                .isEqualTo(new LicenceExplanation(
                        7,
                        1,
                        FeatureSet.ofBits(6),
                        TODAY,
                        Optional.of(LocalDate.of(2030, 1, 2)),
                        4_294_967_295L,
                        LicenceExplanation.Fit.MATCHES_SERIAL));
        assertThat(value(LicenceExplanation.explain(text, Optional.of(new StationId("x")))).fit())
                .isEqualTo(LicenceExplanation.Fit.OTHER_SERIAL);
        assertThat(value(LicenceExplanation.explain(text, Optional.empty())).fit())
                .isEqualTo(LicenceExplanation.Fit.NOT_ASKED);
        assertThat(code(LicenceExplanation.explain("ABC", Optional.empty())))
                .isEqualTo(ProblemCode.KEY_WRONG_LENGTH);
    }
}
