/** Owns the connections to meters: Modbus sockets and serial ports, each with one owner on a virtual thread. */
@NullMarked
package plugwright.meter.io;

import org.jspecify.annotations.NullMarked;
