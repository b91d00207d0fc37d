/** Presence of simulated stations on UDP 36549 (docs/decisions/0004-udp-discovery-format.md). */
@NullMarked
package plugwright.station.udp;

import org.jspecify.annotations.NullMarked;
