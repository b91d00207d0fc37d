/**
 * A simulated house around a station: its loads and PV system, the meter at its connection, and what may be wrong with
 * that meter. Pure: moments and currents in, telegrams, registers and readings out.
 */
@NullMarked
package plugwright.station.sim.grid;

import org.jspecify.annotations.NullMarked;
