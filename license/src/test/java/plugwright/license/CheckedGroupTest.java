package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LIC-6")
class CheckedGroupTest {

    /** 1234 is 16J with check symbol D in the literature on this encoding; the others follow from its table. */
    @ParameterizedTest
    @CsvSource({
        "0, 000000", "1, 000011", "31, 0000ZZ", "32, 00010*", "33, 00011~", "34, 00012$", "35, 00013=", "36, 00014U",
        "37, 000150", "1234, 0016JD", "33554431, ZZZZZK"
    })
    void writesAndReadsTheKnownSymbolsWhenValueIsKnown(int value, String group) {
        assertThat(CheckedGroup.format(value)).isEqualTo(group);
        assertThat(CheckedGroup.parse(group)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"ool6jd, 1234", "OOI6JD, 1234", "00014u, 36", "0000II, 1", "ooooll, 1"})
    void readsLookAlikesWhenTyped(String typed, int value) {
        assertThat(CheckedGroup.parse(typed)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"0016J", "0016JDD", "0016JC", "U00000", "*00000", "é016JD", "0016J٣", "ß016JD", "ı016JD", "''"})
    void findsNoGroupWhenItIsNone(String typed) {
        assertThat(CheckedGroup.parse(typed)).isEmpty();
    }

    @Test
    void formatsEveryGroupSoThatItReadsBackWhenValuesAreSampled() {
        for (int value = 0; value < 1 << CheckedGroup.BITS; value += 1009) {
            assertThat(CheckedGroup.parse(CheckedGroup.format(value))).hasValue(value);
        }
    }
}
