/**
 * One station as a machine: events and moments in, effects out, a snapshot whenever asked. Deterministic and without
 * clock, thread, socket or file; shells and the simulator drive the same code.
 */
@NullMarked
package plugwright.station.engine;

import org.jspecify.annotations.NullMarked;
