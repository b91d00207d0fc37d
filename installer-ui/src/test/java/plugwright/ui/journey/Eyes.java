package plugwright.ui.journey;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/**
 * Finds what can be seen in all windows now. On the FX thread, and nothing it finds is good for longer than the task
 * that asked: lists fill their cells anew, notices come and go.
 */
final class Eyes {

    private final FxRobot robot = new FxRobot();

    /** Everything shown that has this text or #id. */
    Set<Node> all(String what) {
        Set<Node> found = robot.lookup(what).queryAll();
        found.removeIf(node -> !isShown(node));
        return found;
    }

    /** Whether something shown is like this. */
    boolean see(Predicate<Node> like) {
        return robot.lookup((Node node) -> isShown(node) && like.test(node)).tryQuery().isPresent();
    }

    /** Where on the screen one can point at something with this text or #id. */
    Optional<Point2D> place(String what) {
        return all(what).stream()
                .map(Eyes::onScreen)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Point2D> onScreen(Node node) {
        Scene scene = node.getScene();
        Bounds inScene = node.localToScene(node.getLayoutBounds());
        double left = Math.max(0, inScene.getMinX());
        double top = Math.max(0, inScene.getMinY());
        Bounds seen = new BoundingBox(
                left,
                top,
                Math.min(scene.getWidth(), inScene.getMaxX()) - left,
                Math.min(scene.getHeight(), inScene.getMaxY()) - top);
        if (seen.isEmpty() || seen.getWidth() == 0 || seen.getHeight() == 0) {
            return Optional.empty();
        }
        Window window = scene.getWindow();
        return Optional.of(new Point2D(
                window.getX() + scene.getX() + seen.getCenterX(), window.getY() + scene.getY() + seen.getCenterY()));
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }
}
