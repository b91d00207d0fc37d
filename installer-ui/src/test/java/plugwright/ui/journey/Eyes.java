package plugwright.ui.journey;

import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
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
