package plugwright.station.engine;

import plugwright.model.LimitReason;
import plugwright.model.PhaseCurrents;
import plugwright.model.VehicleClass;

/**
 * What a socket may draw by the word of its network's coordinator, or by the rules for one that is cut off. Told at
 * once, as far as the socket's own limits allow; the coordinator saw to it that there is room.
 *
 * @param onGrid per grid phase; the lowest over the phases that the vehicle counts on is what it gets, 0 where it
 *     counts on a phase that the lease lacks
 * @param vehicleClass as the coordinator's probe found
 * @param why it is this much; shown where the lease is what binds
 */
public record Lease(PhaseCurrents onGrid, VehicleClass vehicleClass, LimitReason why) {}
