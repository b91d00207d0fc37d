package plugwright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast by the formula of WCAG 2.2, computed here from the stylesheet itself. */
class TokensTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3.0;
    private static final Pattern TOKEN = Pattern.compile("-pw-([a-z0-9-]+):\\s*#([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink,window", "ink,panel", "ink,side", "ink,selection", "ink,hover", "ink,accent-ground", "ink,good-ground",
        "ink,attention-ground", "ink,bad-ground", "ink,neutral-ground",
        "muted,window", "muted,panel", "muted,side", "muted,selection", "muted,neutral-ground",
        "accent,panel", "accent,window", "accent,accent-ground", "on-accent,accent", "on-accent,accent-hover",
        "good,panel", "good,good-ground", "attention,panel", "attention,attention-ground", "bad,panel", "bad,bad-ground",
        "panel,ink", "on-display,display"
    })
    void textIsReadableUponItsGround(String text, String ground) throws IOException {
        for (Map<String, String> theme : List.of(light(), dark())) {
            assertThat(contrast(colour(theme, text), colour(theme, ground))).as(text + " on " + ground).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "edge,panel", "edge,window", "edge,side", "accent,panel", "accent,selection", "good,side", "good,selection", "attention,side",
        "attention,selection", "bad,side", "bad,selection", "muted,selection", "l1,panel", "l2,panel", "l3,panel", "led-green,panel",
        "led-light-blue,panel", "led-blue,panel", "led-red,panel"
    })
    void shapesThatCarryMeaningAreSeen(String shape, String ground) throws IOException {
        for (Map<String, String> theme : List.of(light(), dark())) {
            assertThat(contrast(colour(theme, shape), colour(theme, ground))).as(shape + " on " + ground).isGreaterThanOrEqualTo(SHAPE);
        }
    }

    private static String colour(Map<String, String> theme, String token) {
        return Objects.requireNonNull(theme.get(token), token);
    }

    private static Map<String, String> light() throws IOException {
        return tokens(css().substring(0, css().indexOf("@media")));
    }

    private static Map<String, String> dark() throws IOException {
        return tokens(css().substring(css().indexOf("@media")));
    }

    private static String css() throws IOException {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("tokens.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> tokens(String css) {
        Map<String, String> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 0) + 0.7152 * linear(hex, 2) + 0.0722 * linear(hex, 4);
    }

    private static double linear(String hex, int at) {
        double channel = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
