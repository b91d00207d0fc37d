package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.license.Fixtures.problem;
import static plugwright.license.Fixtures.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.ProblemCode;

class LicenceKeyTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final LicenceKey key = Fixtures.key(Feature.SMART_CHARGING_NETWORK);

    @Property(tries = 300)
    @net.jqwik.api.Tag("LIC-6")
    void readsBackTheSameBytesWhenWritten(@ForAll @Size(89) byte[] bytes) {
        LicenceKey any = LicenceKey.ofBytes(bytes).orElseThrow();

        assertThat(any.text()).hasSize(202);
        assertThat(any.groups()).hasSize(29).allMatch(group -> group.length() == 6);
        assertThat(value(LicenceKey.parse(any.text())).bytes()).isEqualTo(bytes);
        assertThat(any.payload().encode()).isEqualTo(any.payloadBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x7F, 0x80, 0xFF})
    @Tag("LIC-6")
    void readsBackTheSameBytesWhenAllAreAlike(int every) {
        byte[] bytes = new byte[LicenceKey.BYTES];
        Arrays.fill(bytes, (byte) every);
        LicenceKey any = LicenceKey.ofBytes(bytes).orElseThrow();

        assertThat(value(LicenceKey.parse(any.text()))).isEqualTo(any);
    }

    @Test
    @Tag("LIC-6")
    void readsTheSameKeyWhenTypedInAnotherWay() {
        String text = key.text();

        assertThat(List.of(
                        text.toLowerCase(Locale.ROOT),
                        text.replace("-", ""),
                        text.replace("-", " "),
                        text.replace("-", "\r\n"),
                        text.replace("-", "\u2013"),
                        text.replace("-", "-\u00AD \u200B"),
                        "  " + text + "\n",
                        text.replace('0', 'O').replace('1', 'l'),
                        text.replace('0', 'o').replace('1', 'I')))
                .allSatisfy(typed -> assertThat(value(LicenceKey.parse(typed))).isEqualTo(key));
    }

    @Test
    @Tag("LIC-6")
    void namesTheGroupWhenAnySymbolIsMistyped() {
        List<String> groups = key.groups();
        int tried = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (int place = 0; place < 6; place++) {
                for (char symbol : (ALPHABET + "*~$=U!é").toCharArray()) {
                    StringBuilder wrong = new StringBuilder(groups.get(g));
                    if (wrong.charAt(place) == symbol) {
                        continue;
                    }
                    wrong.setCharAt(place, symbol);
                    assertMistyped(g, wrong.toString(), replaced(groups, g, wrong.toString()));
                    tried++;
                }
            }
        }
        // 39 symbols tried at each place; all but the right one are wrong.
        assertThat(tried).isEqualTo(29 * 6 * 38);
    }

    @Test
    @Tag("LIC-6")
    void namesTheGroupWhenTwoNeighboursAreSwapped() {
        List<String> groups = key.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (int place = 0; place < 5; place++) {
                StringBuilder wrong = new StringBuilder(groups.get(g));
                char first = wrong.charAt(place);
                if (first == wrong.charAt(place + 1)) {
                    continue;
                }
                wrong.setCharAt(place, wrong.charAt(place + 1));
                wrong.setCharAt(place + 1, first);
                assertMistyped(g, wrong.toString(), replaced(groups, g, wrong.toString()));
            }
        }
    }

    @Test
    @Tag("LIC-6")
    void namesTheGroupWhenASymbolIsLeftOutOrTypedTwice() {
        List<String> groups = key.groups();
        for (int g = 0; g < groups.size(); g++) {
            String missing = groups.get(g).substring(1);
            String doubled = groups.get(g).charAt(0) + groups.get(g);
            assertMistyped(g, missing, replaced(groups, g, missing));
            assertMistyped(g, doubled, replaced(groups, g, doubled));
        }
    }

    @Test
    @Tag("LIC-6")
    void readsTheKeyWhenOnlyTheHyphensAreMisplaced() {
        String text = key.text();
        String shifted = text.substring(0, 5) + "-" + text.charAt(5) + text.substring(7);

        assertThat(value(LicenceKey.parse(shifted))).isEqualTo(key);
    }

    @Test
    @Tag("LIC-6")
    void namesTheTypedGroupWhenOneIsTooShortAndAnotherTooLong() {
        List<String> groups = key.groups();
        String longer = "7" + groups.get(3);
        String shorter = groups.get(20).substring(1);

        assertMistyped(3, longer, replaced(List.of(replaced(groups, 20, shorter).split("-")), 3, longer));
    }

    @Test
    @Tag("LIC-6")
    void findsTheErrorWhenASymbolIsLeftOutOfAKeyTypedInOneGo() {
        String text = key.text().replace("-", "");
        for (int i = 0; i < text.length(); i++) {
            String missing = text.substring(0, i) + text.substring(i + 1);
            assertThat(problem(LicenceKey.parse(missing))).startsWith(ProblemCode.KEY_MISTYPED);
        }
    }

    @Test
    @Tag("LIC-6")
    void countsTheGroupsWhenThereAreTooFewOrTooMany() {
        List<String> groups = key.groups();
        List<String> more = new ArrayList<>(groups);
        more.add(groups.getFirst());

        assertThat(problem(LicenceKey.parse(String.join("-", groups.subList(0, 28)))))
                .containsExactly(ProblemCode.KEY_WRONG_LENGTH, "28", "29");
        assertThat(problem(LicenceKey.parse(String.join("-", more))))
                .containsExactly(ProblemCode.KEY_WRONG_LENGTH, "30", "29");
        assertThat(problem(LicenceKey.parse("12AB-34CD"))).containsExactly(ProblemCode.KEY_WRONG_LENGTH, "2", "29");
        assertThat(problem(LicenceKey.parse("A".repeat(100_000)))).startsWith(ProblemCode.KEY_WRONG_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", " - - ", "\t\n"})
    void saysThatNothingWasTypedWhenThereAreNoSymbols(String typed) {
        assertThat(problem(LicenceKey.parse(typed))).containsExactly(ProblemCode.KEY_EMPTY);
    }

    @Test
    @Tag("LIC-6")
    void refusesTheLastGroupWhenItsPaddingIsNotZero() {
        List<String> groups = key.groups();
        int last = CheckedGroup.parse(groups.getLast()).orElseThrow();
        for (int bit = 0; bit < 13; bit++) {
            String padded = CheckedGroup.format(last | (1 << bit));
            assertMistyped(28, padded, replaced(groups, 28, padded));
        }
    }

    @Test
    void hasNoKeyWhenTheBytesAreTooFewOrTooMany() {
        assertThat(LicenceKey.ofBytes(new byte[88])).isEmpty();
        assertThat(LicenceKey.ofBytes(new byte[90])).isEmpty();
    }

    @Test
    void staysTheSameWhenBytesHandedOutAreChanged() {
        LicenceKey copy = LicenceKey.ofBytes(key.bytes()).orElseThrow();
        key.bytes()[3] ^= 1;

        assertThat(key).isEqualTo(copy).hasSameHashCodeAs(copy).hasToString("licence key 7/42");
    }

    @Test
    void isGenuineNoMoreWhenTwoGroupsAreSwapped() {
        List<String> swapped = new ArrayList<>(key.groups());
        Collections.swap(swapped, 10, 20);

        assertThat(problem(Fixtures.verifier()
                        .verify(String.join("-", swapped), Fixtures.STATION, Fixtures.TODAY)))
                .containsExactly(ProblemCode.KEY_NOT_GENUINE);
    }

    private static String replaced(List<String> groups, int index, String group) {
        List<String> changed = new ArrayList<>(groups);
        changed.set(index, group);
        return String.join("-", changed);
    }

    private static void assertMistyped(int index, String group, String typed) {
        assertThat(problem(LicenceKey.parse(typed)))
                .as("group %d typed %s", index + 1, group)
                .containsExactly(ProblemCode.KEY_MISTYPED, Integer.toString(index + 1), group);
    }
}
