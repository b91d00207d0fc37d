/** The values everything else speaks in: identities, phases, currents, time, problems. No I/O, no clocks. */
@NullMarked
package plugwright.model;

import org.jspecify.annotations.NullMarked;
