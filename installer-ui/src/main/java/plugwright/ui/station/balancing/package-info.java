/** Load balancing: how sockets share a current. */
@NullMarked
package plugwright.ui.station.balancing;

import org.jspecify.annotations.NullMarked;
