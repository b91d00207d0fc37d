/**
 * Networks of stations in virtual time: datagrams with every fault a network has, stations that restart and stall, and
 * what must always hold, checked after every event. One seed, one course. Pure.
 */
@NullMarked
package plugwright.station.sim.net;

import org.jspecify.annotations.NullMarked;
