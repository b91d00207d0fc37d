/** The composition of the window: everything is wired here, by hand. */
@NullMarked
package plugwright.ui.app;

import org.jspecify.annotations.NullMarked;
