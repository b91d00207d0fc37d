package plugwright.ui.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Writes scenes as PNG files: light and dark, where the system property {@code pictures.dir} says. */
public final class Pictures {

    private static final Path DIRECTORY = Path.of(System.getProperty("pictures.dir", "target/pictures"));

    private Pictures() {}

    /** What a laptop in a meter cupboard shows. */
    public static final int WIDTH = 1366;

    public static final int HEIGHT = 768;

    /** Seen around a dialog, since no desktop draws a frame here. */
    private static final int SHADOW_PX = 12;

    private static final int SHADOW_ALPHA = 4;

    /** The dialogs that are open over a window; on the FX thread. */
    public static List<Scene> dialogsOver(Scene scene) {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage stage && scene.getWindow().equals(stage.getOwner()))
                .map(Window::getScene)
                .toList();
    }

    /** Closes a window with the dialogs over it; on the FX thread. */
    public static void hide(Scene scene) {
        dialogsOver(scene).forEach(dialog -> dialog.getWindow().hide());
        scene.getWindow().hide();
    }

    /** Takes the picture, with the dialogs over it; on the FX thread. */
    public static Path take(Scene scene, String name) {
        try {
            Files.createDirectories(DIRECTORY);
            Path file = DIRECTORY.resolve(name + ".png");
            BufferedImage picture = drawn(scene);
            dialogsOver(scene).forEach(dialog -> over(picture, drawn(dialog)));
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static BufferedImage drawn(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    }

    private static void over(BufferedImage window, BufferedImage dialog) {
        int x = (window.getWidth() - dialog.getWidth()) / 2;
        int y = (window.getHeight() - dialog.getHeight()) / 2;
        Graphics2D pen = window.createGraphics();
        pen.setColor(new Color(0, 0, 0, SHADOW_ALPHA));
        for (int i = 1; i <= SHADOW_PX; i++) {
            pen.fillRoundRect(x - i, y - i, dialog.getWidth() + 2 * i, dialog.getHeight() + 2 * i, 2 * i, 2 * i);
        }
        pen.setColor(Color.GRAY);
        pen.drawRect(x - 1, y - 1, dialog.getWidth() + 1, dialog.getHeight() + 1);
        pen.drawImage(dialog, x, y, null);
        pen.dispose();
    }
}
