package plugwright.ui.theme;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        Properties kept = new Properties();
        kept.setProperty(LOOK, settings.look().name());
        kept.setProperty(TEXT_PERCENT, Integer.toString(settings.textPercent()));
        kept.setProperty(LANGUAGE, settings.language());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                kept.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            LOG.info("Window settings cannot be kept in {}: {}", file, unwritable.toString());
        }
    }
}
