/** The program: launcher, command line, wiring. No logic of the field lives here. */
@NullMarked
package plugwright.main;

import org.jspecify.annotations.NullMarked;
