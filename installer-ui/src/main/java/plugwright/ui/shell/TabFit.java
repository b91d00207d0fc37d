package plugwright.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/** Tabs that do not all fit beside each other come closer and get small text, before the last ones go into a menu. */
final class TabFit {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final TabPane tabs;
    private final Label usual;

    private boolean tight;
    /** The size of text that the tabs were looked at with. */
    private double textSize;
    /** What they need where they are not tight, in px, as last seen; 0 with another size of text. */
    private double loose;

    /** @param usual tells how large text is */
    TabFit(TabPane tabs, Label usual) {
        this.tabs = tabs;
        this.usual = usual;
    }

    /**
     * Before the tabs are laid out, when their styles are there. Styles are matched anew only where the answer changes:
     * that is the dearest part of a look at a tab.
     *
     * @param width of the whole pane
     */
    void fit(double width) {
        if (!(tabs.lookup(".tab-header-area") instanceof Region area)
                || !(area.lookup(".headers-region") instanceof Region headers)) {
            return;
        }
        double room = width - area.snappedLeftInset() - area.snappedRightInset();
        double size = usual.getFont().getSize();
        if (size != textSize) {
            textSize = size;
            loose = 0;
        }
        if (tight && loose <= room) {
            tighten(area, false);
        }
        if (!tight) {
            loose = headers.prefWidth(-1);
            tighten(area, loose > room);
        }
    }

    private void tighten(Region area, boolean now) {
        if (now == tight) {
            return;
        }
        tight = now;
        area.pseudoClassStateChanged(TIGHT, now);
        area.applyCss();
    }
}
