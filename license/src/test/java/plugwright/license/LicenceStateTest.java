package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.license.Fixtures.STATION;
import static plugwright.license.Fixtures.TODAY;
import static plugwright.license.Fixtures.code;
import static plugwright.license.Fixtures.value;
import static plugwright.license.Fixtures.verifier;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

@Tag("LIC-6")
class LicenceStateTest {

    private static final int EQUIPMENT = 0x110;

    private final LicenceState before =
            new LicenceState(EQUIPMENT | 0x2, Optional.of(Fixtures.key(Feature.STANDARD_LOAD_BALANCING)));

    @Test
    void replacesFeaturesAndKeepsEquipmentBitsWhenAKeyIsAccepted() {
        LicenceKey better = Fixtures.key(Feature.SMART_CHARGING_NETWORK);

        LicenceState after = value(before.apply(better.text(), verifier(), STATION, TODAY));
        LicenceState back =
                value(after.apply(before.key().orElseThrow().text(), verifier(), STATION, TODAY));

        assertThat(after).isEqualTo(new LicenceState(EQUIPMENT | 0x7, Optional.of(better)));
        assertThat(after.features()).isEqualTo(FeatureSet.of(Feature.SMART_CHARGING_NETWORK));
        assertThat(back).isEqualTo(before);
    }

    @Test
    void offersNoNewStateWhenTheKeyIsForeign() {
        LicenceKey better = Fixtures.key(Feature.SMART_CHARGING_NETWORK);

        assertThat(code(before.apply(better.text(), verifier(), new StationId("ACE9"), TODAY)))
                .isEqualTo(ProblemCode.KEY_FOR_OTHER_STATION);
    }

    @Test
    void keepsDeliveredFeaturesWhenRestartedWithoutAKey() {
        LicenceState delivered = LicenceState.delivered(FeatureSet.of(Feature.STANDARD_LOAD_BALANCING));

        assertThat(delivered.recheck(verifier(), STATION, TODAY)).isEqualTo(delivered);
        assertThat(delivered.featureBits()).isEqualTo(2);
    }

    @Test
    void unlocksWhatTheKeySaysWhenRestartedWithOtherBitsInTheStore() {
        LicenceState tampered = new LicenceState(EQUIPMENT | 0x7, before.key());

        assertThat(tampered.recheck(verifier(), STATION, TODAY)).isEqualTo(before);
    }

    @Test
    void locksWhenRestartedAfterTheKeyEnded() {
        LicenceKey ending = value(Fixtures.issuer()
                .issue(STATION, FeatureSet.of(Feature.ACTIVE_LOAD_BALANCING), TODAY, Optional.of(TODAY), 1));
        LicenceState unlocked = value(before.apply(ending.text(), verifier(), STATION, TODAY));
        LocalDate tomorrow = TODAY.plusDays(1);

        assertThat(unlocked.recheck(verifier(), STATION, TODAY)).isEqualTo(unlocked);
        assertThat(unlocked.recheck(verifier(), STATION, tomorrow))
                .isEqualTo(new LicenceState(EQUIPMENT, Optional.of(ending)));
    }
}
