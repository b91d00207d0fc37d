/**
 * The member of a Smart Charging Network: membership, votes, leases, reserve, and the coordinator that one of them is.
 * Pure: packets and moments come in, packets and limits go out. Moments are ms of the station's own monotonic clock,
 * currents mA per phase, sets of grid phases masks with bit 0 for L1.
 */
@NullMarked
package plugwright.station.member;

import org.jspecify.annotations.NullMarked;
