package plugwright.station.sim.grid;

import plugwright.station.engine.ActiveBalancing.Includes;

/**
 * A house around a station.
 *
 * @param fuse of its connection on each phase, in mA
 * @param loads what it draws and makes
 * @param meter at its connection
 * @param includes whether what the station draws passes that meter
 */
public record House(int fuse, HouseLoads loads, MeterKind meter, Includes includes) {}
