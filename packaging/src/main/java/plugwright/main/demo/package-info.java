/** The guided run in the terminal: the commissioning that the window offers, over the same code, on a simulated site. */
@NullMarked
package plugwright.main.demo;

import org.jspecify.annotations.NullMarked;
