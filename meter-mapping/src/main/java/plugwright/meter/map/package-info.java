/** Register maps of Modbus meters as data: what is where, which blocks to read, what the words mean. Pure. */
@NullMarked
package plugwright.meter.map;

import org.jspecify.annotations.NullMarked;
