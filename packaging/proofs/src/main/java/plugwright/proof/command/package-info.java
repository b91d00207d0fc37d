/** The command line of the proofs: {@code plugwright prove}. */
@NullMarked
package plugwright.proof.command;

import org.jspecify.annotations.NullMarked;
