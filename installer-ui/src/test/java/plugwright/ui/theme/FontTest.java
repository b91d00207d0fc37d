package plugwright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The font that ships is the one that is drawn, and its digits do not dance. */
class FontTest {

    @ParameterizedTest
    @ValueSource(strings = {"PlugwrightSans-Regular.ttf", "PlugwrightSans-Medium.ttf", "PlugwrightSans-Bold.ttf"})
    void allDigitsAreEquallyWide(String file) throws Exception {
        Font font = load(file);
        assertThat(IntStream.range(0, 10)
                        .mapToDouble(digit -> width(Integer.toString(digit).repeat(10), font))
                        .boxed()
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PlugwrightSans-Regular.ttf,Plugwright Sans,Regular",
        "PlugwrightSans-Bold.ttf,Plugwright Sans,Bold",
        "PlugwrightSans-Medium.ttf,Plugwright Sans Medium,Regular"
    })
    void hasTheNameThatTheStylesheetsAskFor(String file, String family, String style) throws Exception {
        Font font = load(file);
        assertThat(font.getFamily()).isEqualTo(family);
        assertThat(font.getStyle()).isEqualTo(style);
    }

    private static Font load(String file) throws Exception {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("font/" + file))) {
            return Objects.requireNonNull(Font.loadFont(in, 100));
        }
    }

    private static double width(String digits, Font font) {
        Text text = new Text(digits);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
