/**
 * What IEC 61851-1 (Mode 3) asks of a station at one socket: control pilot, contactor, cable rating, and the
 * overcurrent protection of guide §2.3. Pure: readings and moments come in, what to do comes out.
 */
@NullMarked
package plugwright.station.mode3;

import org.jspecify.annotations.NullMarked;
