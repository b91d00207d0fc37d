/** Shell: UDP sockets with a reader each, for discovery on either side. */
@NullMarked
package plugwright.wire.io;

import org.jspecify.annotations.NullMarked;
