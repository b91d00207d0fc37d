/** How a simulated station shows itself on the network, whatever the protocol. */
@NullMarked
package plugwright.station.presence;

import org.jspecify.annotations.NullMarked;
