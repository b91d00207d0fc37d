/**
 * Presence of simulated stations by multicast DNS (RFC 6762, RFC 6763). On loopback a responder of ours: the usual
 * library hears no query when bound to 127.0.0.2 and up.
 */
@NullMarked
package plugwright.station.mdns;

import org.jspecify.annotations.NullMarked;
