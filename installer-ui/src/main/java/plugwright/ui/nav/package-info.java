/** The list at the left: what is there, what cannot be used and why, search, and the selection. */
@NullMarked
package plugwright.ui.nav;

import org.jspecify.annotations.NullMarked;
