/** A station as Modbus TCP slave: its registers as data, words, frames, and what it answers. Pure, no sockets. */
@NullMarked
package plugwright.wire.modbus;

import org.jspecify.annotations.NullMarked;
