package plugwright.main;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/** Whether a window can be opened here, and what is missing where it cannot. */
final class Display {

    private static final String GTK = "libgtk-3.so.0";

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/local/lib"));

    private Display() {}

    /**
     * What keeps a window from opening.
     *
     * @param environment environment variables
     * @param system the name of the operating system, as Java tells it
     * @return NO_DISPLAY, GTK_MISSING, or empty if a window can be opened
     */
    static Optional<Problem> missing(Map<String, String> environment, String system) {
        if (!system.startsWith("Linux")) {
            return Optional.empty();
        }
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        if (environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return Optional.of(Problem.of(ProblemCode.NO_DISPLAY));
        }
        return hasGtk() ? Optional.empty() : Optional.of(Problem.of(ProblemCode.GTK_MISSING));
    }

    /** In a library folder or in one for the machine's architecture below it, as Debian has it. */
    private static boolean hasGtk() {
        return LIBRARIES.stream().anyMatch(folder -> Files.exists(folder.resolve(GTK)) || isBelow(folder));
    }

    private static boolean isBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, "*-linux-*")) {
            for (Path architecture : below) {
                if (Files.exists(architecture.resolve(GTK))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
