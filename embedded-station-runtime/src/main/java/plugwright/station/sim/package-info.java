/**
 * What stands around a station: vehicles that follow Mode 3, batteries, meters. Pure and deterministic; time comes in
 * as steps. Also {@link plugwright.station.sim.World}, in which station and vehicles run together.
 */
@NullMarked
package plugwright.station.sim;

import org.jspecify.annotations.NullMarked;
