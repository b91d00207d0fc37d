package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.List;
import plugwright.model.PhaseCurrents;
import plugwright.station.sim.grid.House;
import plugwright.station.sim.grid.MeterFault;

/**
 * The house around a scenario's station, and what happens to it.
 *
 * @param house as it is at the start
 * @param changes in order of time
 * @param lines expected in the log, in order of time
 */
public record Grid(House house, List<Change> changes, List<Lines> lines) {

    public Grid {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    /** Something that happens to the house. */
    public sealed interface Change {

        /** After the start. */
        Duration at();

        /** From now on it draws and makes this. */
        record Load(Duration at, PhaseCurrents drawn, PhaseCurrents pv) implements Change {}

        /** From now on this is wrong with its meter. */
        record Fault(Duration at, MeterFault fault) implements Change {}
    }

    /**
     * Lines that must have been written, in this order, since the log was looked at last.
     *
     * @param at after the start, before what happens then
     */
    public record Lines(Duration at, List<String> expected) {}
}
