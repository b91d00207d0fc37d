package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.license.Feature.ACTIVE_LOAD_BALANCING;
import static plugwright.license.Feature.SMART_CHARGING_NETWORK;
import static plugwright.license.Feature.STANDARD_LOAD_BALANCING;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LIC-1")
class FeatureSetTest {

    /** The table of guide §2.2, typed in by hand, with the bits of property 21A2_0. */
    @ParameterizedTest
    @CsvSource({
        "STANDARD_LOAD_BALANCING, true, false, false, 2",
        "ACTIVE_LOAD_BALANCING,   true, true,  false, 6",
        "SMART_CHARGING_NETWORK,  true, true,  true,  7"
    })
    void includesWhatTheGuideSaysWhenUnlocked(Feature unlocked, boolean slb, boolean alb, boolean scn, int bits) {
        FeatureSet set = FeatureSet.of(unlocked);

        assertThat(set.contains(STANDARD_LOAD_BALANCING)).isEqualTo(slb);
        assertThat(set.contains(ACTIVE_LOAD_BALANCING)).isEqualTo(alb);
        assertThat(set.contains(SMART_CHARGING_NETWORK)).isEqualTo(scn);
        assertThat(set.bits()).isEqualTo(bits);
        assertThat(unlocked.includes(STANDARD_LOAD_BALANCING)).isEqualTo(slb);
        assertThat(unlocked.includes(ACTIVE_LOAD_BALANCING)).isEqualTo(alb);
        assertThat(unlocked.includes(SMART_CHARGING_NETWORK)).isEqualTo(scn);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 7", "2, 2", "3, 7", "4, 6", "5, 7", "6, 6", "7, 7", "0x100012, 2", "0x80000010, 0"})
    void completesBitsAndDropsEquipmentBitsWhenReadFromAStation(String reported, int bits) {
        assertThat(FeatureSet.ofBits((int) (long) Long.decode(reported)).bits()).isEqualTo(bits);
    }

    @Test
    void listsFeaturesSmallestFirstWhenAsked() {
        assertThat(FeatureSet.of(SMART_CHARGING_NETWORK).features())
                .containsExactly(STANDARD_LOAD_BALANCING, ACTIVE_LOAD_BALANCING, SMART_CHARGING_NETWORK);
        assertThat(FeatureSet.NONE.features()).isEmpty();
        assertThat(FeatureSet.of(ACTIVE_LOAD_BALANCING)).hasToString("SLB+ALB");
    }

    @ParameterizedTest
    @CsvSource({"slb, Standard Load Balancing", "ALB, Active Load Balancing", "Scn, Smart Charging Network"})
    void hasTheGuidesNameWhenShown(String code, String name) {
        assertThat(Feature.ofCode(code).orElseThrow().displayName(Locale.ENGLISH)).isEqualTo(name);
        assertThat(Feature.ofCode("XYZ")).isEmpty();
    }
}
