package plugwright.model.broken;

import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks house rules 1 and 7 on purpose, so that the rules are seen to fail. */
class ImpureCode {

    static long lastAsked;

    static boolean exists(Path file) {
        lastAsked = System.nanoTime();
        return Files.exists(file);
    }
}
