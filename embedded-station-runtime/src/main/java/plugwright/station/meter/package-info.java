/**
 * The meter at a station's grid connection: a P1 port or a Modbus meter becomes readings, and lines of the station's
 * log. {@link plugwright.station.meter.P1Feed} is pure; the ports own a serial port or a connection.
 */
@NullMarked
package plugwright.station.meter;

import org.jspecify.annotations.NullMarked;
