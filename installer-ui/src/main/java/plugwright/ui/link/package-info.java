/**
 * The screens' ports over the real thing: one {@code StationLink} per station, told as the screens need it, and the
 * finder's list. No rules of its own beyond that translation.
 */
@NullMarked
package plugwright.ui.link;

import org.jspecify.annotations.NullMarked;
