package plugwright.main;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the program keeps its files.
 *
 * @param config accepted certificates, preferences
 * @param state journals, simulated stations
 */
record Folders(Path config, Path state) {

    private static final String NAME = "plugwright";

    /**
     * After the XDG base directories; {@code PLUGWRIGHT_DATA} puts all in one place.
     *
     * @param environment environment variables
     * @param home the user's home
     */
    static Folders of(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("PLUGWRIGHT_DATA", "");
        if (!own.isEmpty()) {
            return new Folders(Path.of(own, "config"), Path.of(own, "state"));
        }
        return new Folders(
                base(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                base(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                        .resolve(NAME));
    }

    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }
}
