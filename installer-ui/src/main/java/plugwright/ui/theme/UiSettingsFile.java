package plugwright.ui.theme;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.files.SharedFile;

/** Keeps {@link UiSettings} in a file of a few lines. What cannot be read is the default; a lost choice is no error. */
public final class UiSettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(UiSettingsFile.class);
    private static final String LOOK = "look";
    private static final String TEXT_PERCENT = "text-percent";
    private static final String LANGUAGE = "language";

    private final Path file;

    public UiSettingsFile(Path file) {
        this.file = file;
    }

    /** What was kept, or the default. */
    public UiSettings load() {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.info("Window settings in {} cannot be read: {}", file, unreadable.toString());
            }
        }
        return new UiSettings(
                look(kept.getProperty(LOOK, "")),
                percent(kept.getProperty(TEXT_PERCENT, "")),
                kept.getProperty(LANGUAGE, UiSettings.DEFAULT.language()));
    }

    private static Look look(String name) {
        return Arrays.stream(Look.values())
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElse(UiSettings.DEFAULT.look());
    }

    private static int percent(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException notANumber) {
            return UiSettings.DEFAULT.textPercent();
        }
    }

    /** Keeps them; old or new is in the file, never half of one. */
    public void save(UiSettings settings) {
        SharedFile shared = new SharedFile(file);
        try {
            shared.change(() -> shared.replace(List.of(
                    LOOK + "=" + settings.look().name(),
                    TEXT_PERCENT + "=" + settings.textPercent(),
                    LANGUAGE + "=" + settings.language())));
        } catch (IOException unwritable) {
            LOG.info("Window settings cannot be kept in {}: {}", file, unwritable.toString());
        }
    }
}
