package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.List;
import plugwright.station.engine.StationSettings;
import plugwright.station.sim.WorldCommand;

/**
 * A station, what happens to it and what must come of it.
 *
 * @param name what it shows, and where that comes from
 * @param settings of the station when it starts
 * @param events in order of time
 * @param expectations in order of time
 * @param length how long it lasts at least
 */
public record Scenario(
        String name,
        StationSettings settings,
        List<Event> events,
        List<Expectation> expectations,
        Duration length) {

    /** Something done at a moment after the start. */
    public record Event(Duration at, WorldCommand command) {}

    /** Something that must be so at a moment after the start, before what happens then. */
    public record Expectation(Duration at, Expected expected) {}

    public Scenario {
        events = List.copyOf(events);
        expectations = List.copyOf(expectations);
    }
}
