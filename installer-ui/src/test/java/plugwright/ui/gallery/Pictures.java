package plugwright.ui.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Writes scenes as PNG files: light and dark, where the system property {@code pictures.dir} says. */
public final class Pictures {

    private static final Path DIRECTORY = Path.of(System.getProperty("pictures.dir", "target/pictures"));

    private Pictures() {}

    /** What a laptop in a meter cupboard shows. */
    public static final int WIDTH = 1366;

    public static final int HEIGHT = 768;

    /** Takes the picture; on the FX thread. */
    public static Path take(Scene scene, String name) {
        try {
            Files.createDirectories(DIRECTORY);
            Path file = DIRECTORY.resolve(name + ".png");
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
