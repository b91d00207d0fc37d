package plugwright.meter;

import java.util.List;
import java.util.function.Function;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;

/**
 * One reading of the meter at the house connection.
 *
 * @param phases L1, or L1 to L3; a one-phase connection has one
 */
public record GridReading(List<GridCurrent> phases) {

    /** The most phases a connection has. */
    public static final int MAX_PHASES = 3;

    public GridReading {
        phases = List.copyOf(phases);
        if (phases.isEmpty() || phases.size() > MAX_PHASES) {
            throw new IllegalArgumentException("a connection has one to three phases, not " + phases.size());
        }
    }

    /** As read; 0 on phases that the connection lacks. */
    public PhaseCurrents measured() {
        return currents(GridCurrent::measured);
    }

    /** What the fuse is protected by; 0 on phases that the connection lacks. */
    public PhaseCurrents guarded() {
        return currents(GridCurrent::guarded);
    }

    /** Whether what is fed in can be told from what is drawn on every phase. */
    public boolean tellsFeedIn() {
        return phases.stream().noneMatch(p -> p.sign() == SignSource.UNKNOWN);
    }

    private PhaseCurrents currents(Function<GridCurrent, Ampere> which) {
        return new PhaseCurrents(of(0, which), of(1, which), of(2, which));
    }

    private Ampere of(int phase, Function<GridCurrent, Ampere> which) {
        return phase < phases.size() ? which.apply(phases.get(phase)) : Ampere.ZERO;
    }
}
