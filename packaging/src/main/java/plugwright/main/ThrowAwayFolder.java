package plugwright.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A folder that goes with all it holds when it is closed.
 *
 * @param path where it is
 */
record ThrowAwayFolder(Path path) implements AutoCloseable {

    static ThrowAwayFolder create() throws IOException {
        return new ThrowAwayFolder(Files.createTempDirectory("plugwright"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            LoggerFactory.getLogger(ThrowAwayFolder.class).warn("{} is left over: {}", path, left.toString());
        }
    }
}
