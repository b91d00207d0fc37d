/** Random sites and what must come of sharing on them, by means that know nothing of how the control shares. */
@NullMarked
package plugwright.proof.sites;

import org.jspecify.annotations.NullMarked;
