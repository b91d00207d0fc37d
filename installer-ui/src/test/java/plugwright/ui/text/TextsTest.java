package plugwright.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** A text in code that looks like one of our keys. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+\\.?)\"");

    private final Texts english = Texts.in(Locale.ENGLISH);

    @Test
    void everyKeyInTheCodeHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        Set<String> used = new HashSet<>();
        Set<String> unknown = new TreeSet<>();
        for (String key : named) {
            boolean stem = false;
            for (String text : english.keys()) {
                if (text.equals(key) || text.startsWith(key.endsWith(".") ? key : key + ".")) {
                    used.add(text);
                    stem = true;
                }
            }
            if (!stem && !key.endsWith(".css") && !key.endsWith(".ttf") && !key.startsWith("plugwright.")) {
                unknown.add(key);
            }
        }
        assertThat(unknown).as("keys without a text").isEmpty();
        assertThat(english.keys()).as("texts that nobody uses").isSubsetOf(used);
    }

    @Test
    void pseudoLanguageIsLongerAndKeepsPlaces() {
        Texts pseudo = Texts.in(Texts.PSEUDO);
        assertThat(pseudo.get("header.save")).startsWith("[").endsWith("]").hasSizeGreaterThanOrEqualTo(6);
        assertThat(pseudo.get("form.station", "32.0")).contains("32.0").doesNotContain("station");
    }

    @Test
    void problemsComeInWordsWithTheirCode() {
        assertThat(english.problem(Problem.of(ProblemCode.WRONG_PASSWORD)))
                .startsWith("The station does not accept this password.")
                .endsWith("(PW-101)");
    }

    @Test
    void numbersAreWrittenAndReadAsTheLocaleDoes() {
        Formats german = Texts.in(Locale.GERMAN).formats();
        assertThat(german.ampere(12.54)).isEqualTo("12,5");
        assertThat(german.ampere(-0.5)).isEqualTo("\u22120,5");
        assertThat(german.parse(" 12,5 ")).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("12.5"));
        assertThat(german.parse("12.5")).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("12.5"));
        assertThat(english.formats().parse("12,5")).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("12.5"));
        assertThat(english.formats().parse("1e99999999")).isPresent();
        assertThat(english.formats().parse("six")).isEmpty();
        assertThat(english.formats().parse("")).isEmpty();
    }
}
