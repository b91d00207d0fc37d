/** Modbus requests and answers as bytes, by TCP, as RTU frames over TCP, and by UDP. Pure. */
@NullMarked
package plugwright.meter.modbus;

import org.jspecify.annotations.NullMarked;
