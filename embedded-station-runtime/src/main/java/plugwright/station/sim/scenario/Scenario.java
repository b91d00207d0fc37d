package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.station.engine.StationSettings;
import plugwright.station.sim.WorldCommand;

/**
 * A station or several under one total, what happens to them and what must come of it.
 *
 * @param name what it shows, and where that comes from
 * @param stations settings of each station when it starts
 * @param total over all stations, where there are several
 * @param events in order of time
 * @param totals other totals from a moment on, in order of time
 * @param expectations in order of time
 * @param length how long it lasts at least
 * @param grid the house around the one station, where its meter counts
 * @param lines expected in the log, in order of time
 * @param network what its stations agree on, where they are a network
 */
public record Scenario(
        String name,
        List<StationSettings> stations,
        Optional<Ampere> total,
        List<Event> events,
        List<TotalChange> totals,
        List<Expectation> expectations,
        Duration length,
        Optional<Grid> grid,
        List<Grid.Lines> lines,
        Optional<Network> network) {

    /** Something done to a station, counted from 0, at a moment after the start. */
    public record Event(Duration at, int station, WorldCommand command) {}

    /** Another total over all stations at a moment after the start. */
    public record TotalChange(Duration at, Ampere total) {}

    /**
     * What the stations of a network agree on.
     *
     * @param total what they may draw together, on each phase
     * @param totalSafe the same while a meter that is read says nothing
     * @param safe of a socket that is cut off
     */
    public record Network(Ampere total, Ampere totalSafe, Ampere safe) {}

    /** Something that must be so at a moment after the start, before what happens then. */
    public record Expectation(Duration at, int station, Expected expected) {}

    public Scenario {
        stations = List.copyOf(stations);
        events = List.copyOf(events);
        totals = List.copyOf(totals);
        expectations = List.copyOf(expectations);
        lines = List.copyOf(lines);
    }

    /** Of the first station. */
    public StationSettings settings() {
        return stations.getFirst();
    }
}
