package plugwright.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiSettingsFileTest {

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasChosen() {
        UiSettings chosen = new UiSettings(Look.DARK, 150, "nl");
        new UiSettingsFile(directory.resolve("new/window.properties")).save(chosen);
        assertThat(new UiSettingsFile(directory.resolve("new/window.properties")).load()).isEqualTo(chosen);
    }

    @Test
    void isTheDefaultWhenThereIsNoFileOrNonsenseInIt() throws Exception {
        Path file = directory.resolve("window.properties");
        assertThat(new UiSettingsFile(file).load()).isEqualTo(UiSettings.DEFAULT);
        Files.writeString(file, "look=PURPLE\ntext-percent=huge\nx=\\u12");
        assertThat(new UiSettingsFile(file).load()).isEqualTo(UiSettings.DEFAULT);
    }

    @Test
    void textSizeStaysWithinItsBounds() {
        assertThat(new UiSettings(Look.LIGHT, 10, "").textPercent()).isEqualTo(80);
        assertThat(UiSettings.DEFAULT.withTextPercent(900).textPercent()).isEqualTo(200);
    }
}
