/** UDP 36549, family of the Smart Charging Network: packets, their authentication and what is dropped. Pure. */
@NullMarked
package plugwright.wire.scn;

import org.jspecify.annotations.NullMarked;
