/** Faults planted into a copy of the code, and who finds them. */
@NullMarked
package plugwright.proof.faults;

import org.jspecify.annotations.NullMarked;
