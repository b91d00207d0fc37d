/**
 * A station in its Smart Charging Network: joins the control of its sockets with its membership, for the simulator and
 * for real sockets alike. Pure.
 */
@NullMarked
package plugwright.station.network;

import org.jspecify.annotations.NullMarked;
