package plugwright.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/** Tabs that do not all fit beside each other come closer and get small text, before the last ones go into a menu. */
final class TabFit {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    /** What decides whether they fit; looked at anew only when it changes. */
    private record Measure(double width, double textSize, int selected) {}

    private final TabPane tabs;
    private final Label usual;
    private Measure fitted = new Measure(0, 0, -1);

    /** @param usual tells how large text is */
    TabFit(TabPane tabs, Label usual) {
        this.tabs = tabs;
        this.usual = usual;
    }

    /**
     * Before the tabs are laid out, when their styles are there.
     *
     * @param width of the whole pane
     */
    void fit(double width) {
        Measure now = new Measure(
                width, usual.getFont().getSize(), tabs.getSelectionModel().getSelectedIndex());
        if (now.equals(fitted)
                || !(tabs.lookup(".tab-header-area") instanceof Region area)
                || !(area.lookup(".headers-region") instanceof Region headers)) {
            return;
        }
        fitted = now;
        area.pseudoClassStateChanged(TIGHT, false);
        area.applyCss();
        double room = width - area.snappedLeftInset() - area.snappedRightInset();
        area.pseudoClassStateChanged(TIGHT, headers.prefWidth(-1) > room);
        area.applyCss();
    }
}
