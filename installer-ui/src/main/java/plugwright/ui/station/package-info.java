/**
 * One station as the screens see it: the port to its link, its state as beans, saving and undo, and what a tab of
 * its window is. Each tab has a package of its own below this one.
 */
@NullMarked
package plugwright.ui.station;

import org.jspecify.annotations.NullMarked;
