/**
 * What a station answers for its properties and what it makes of a write: factory values, stored values over them,
 * live values over both. Pure: no files, no sockets, no clock.
 */
@NullMarked
package plugwright.station.property;

import org.jspecify.annotations.NullMarked;
