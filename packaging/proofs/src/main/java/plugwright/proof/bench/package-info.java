/** How long sharing takes, beside other ways to do it. */
@NullMarked
package plugwright.proof.bench;

import org.jspecify.annotations.NullMarked;
