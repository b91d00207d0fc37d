package plugwright.station.sim;

import plugwright.model.Ampere;

/**
 * A vehicle at a socket, for whoever looks on.
 *
 * @param spec its kind
 * @param draw what it takes on each of its phases
 * @param charged how full its battery is, 0 to 1
 */
public record VehicleView(VehicleSpec spec, Ampere draw, double charged) {}
