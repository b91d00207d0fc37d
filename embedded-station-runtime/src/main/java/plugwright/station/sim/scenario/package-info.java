/**
 * Scenario files: a station, its vehicles, what happens and what must come of it, as JSON. The schema is in
 * {@code docs/scenarios.md}. Pure: text in, what was found out.
 */
@NullMarked
package plugwright.station.sim.scenario;

import org.jspecify.annotations.NullMarked;
