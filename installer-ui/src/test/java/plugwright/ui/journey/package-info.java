/** The guide's procedures, click by click, in the real window against a station of the embedded runtime over real sockets. */
@NullMarked
package plugwright.ui.journey;

import org.jspecify.annotations.NullMarked;
