package plugwright.station.engine;

import java.util.List;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.PhaseMapping;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings.Supply;

/**
 * How one socket's outlet is connected. The meter's phases are the station's supply terminals; the internal rotation
 * lies between meter and outlet (guide §2.6), the feeder's mapping between terminals and grid (§6.1.3).
 *
 * @param meterOfOutlet for each conductor of the outlet the supply terminal, which is the meter's phase
 * @param gridOfMeter for each supply terminal the grid phase
 */
public record Wiring(List<Phase> meterOfOutlet, List<Phase> gridOfMeter) {

    private static final Phase[] PHASES = Phase.values();

    public Wiring {
        meterOfOutlet = List.copyOf(meterOfOutlet);
        gridOfMeter = List.copyOf(gridOfMeter);
    }

    /** Nothing is connected where the mapping is none. */
    public static Wiring of(StationSettings settings, SocketNumber socket) {
        List<Phase> grid = settings.phaseMapping().get(socket.index()).terminals();
        if (settings.supply() == Supply.ONE_PHASE || grid.size() < Phase.values().length) {
            return new Wiring(List.of(Phase.L1).subList(0, Math.min(1, grid.size())), grid.stream().limit(1).toList());
        }
        return new Wiring(rotation(settings, socket).terminals(), grid);
    }

    /** Three-phase doubles are rotated inside: socket 1 L3L2L1, socket 2 L1L2L3. */
    private static PhaseMapping rotation(StationSettings settings, SocketNumber socket) {
        boolean rotated = settings.sockets() > 1 && socket == SocketNumber.ONE;
        return rotated ? PhaseMapping.L3L2L1 : PhaseMapping.L1L2L3;
    }

    /** The same with all but the outlet's first conductor switched off. */
    Wiring onOnePhase() {
        return new Wiring(meterOfOutlet.subList(0, Math.min(1, meterOfOutlet.size())), gridOfMeter);
    }

    /** How many conductors of the outlet are connected. */
    int conductors() {
        return meterOfOutlet.size();
    }

    /** All grid phases that are connected: bit 0 is L1. */
    int gridMask() {
        int mask = 0;
        for (Phase terminal : meterOfOutlet) {
            mask |= 1 << gridOfMeter.get(terminal.index()).index();
        }
        return mask;
    }

    /** Currents at the outlet's conductors as the meter sees them. */
    public PhaseCurrents meterOf(PhaseCurrents outlet) {
        return moved(outlet, meterOfOutlet, true);
    }

    /** Currents of the meter as the outlet's conductors carry them. */
    public PhaseCurrents outletOf(PhaseCurrents meter) {
        return moved(meter, meterOfOutlet, false);
    }

    /** Currents of the meter as the grid sees them. */
    public PhaseCurrents gridOf(PhaseCurrents meter) {
        return moved(meter, gridOfMeter, true);
    }

    private static PhaseCurrents moved(PhaseCurrents from, List<Phase> target, boolean forward) {
        Ampere l1 = Ampere.ZERO;
        Ampere l2 = Ampere.ZERO;
        Ampere l3 = Ampere.ZERO;
        for (int k = 0; k < target.size(); k++) {
            Phase here = PHASES[k];
            Ampere current = from.on(forward ? here : target.get(k));
            switch (forward ? target.get(k) : here) {
                case L1 -> l1 = current;
                case L2 -> l2 = current;
                case L3 -> l3 = current;
            }
        }
        return new PhaseCurrents(l1, l2, l3);
    }
}
