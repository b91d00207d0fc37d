/** A station as Modbus TCP slave: the shell that owns its socket, and what its registers say. */
@NullMarked
package plugwright.station.modbus;

import org.jspecify.annotations.NullMarked;
