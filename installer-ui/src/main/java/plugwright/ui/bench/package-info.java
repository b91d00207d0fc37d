/**
 * The test bench: a simulated site seen and touched from outside, as one stands before it. The only screens that know
 * the simulation; everything else treats its stations like real ones.
 */
@NullMarked
package plugwright.ui.bench;

import org.jspecify.annotations.NullMarked;
