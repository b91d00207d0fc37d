/**
 * What decides how many ampere each vehicle may draw. Pure: time, measurements and settings come in as arguments,
 * limits and reasons go out. Arrays of primitives and nothing allocated in a decision; currents are whole
 * milliampere per phase, moments are milliseconds of the site's clock.
 */
@NullMarked
package plugwright.station.control;

import org.jspecify.annotations.NullMarked;
