/** Shell: this machine's network adapters, and UDP sockets with a reader each, for discovery on either side. */
@NullMarked
package plugwright.net;

import org.jspecify.annotations.NullMarked;
