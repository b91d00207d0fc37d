package plugwright.station.engine;

import java.util.List;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;

/**
 * What a socket's own meter says; phases are the meter's.
 *
 * @param currents per phase
 * @param volt per phase to neutral
 * @param wattHours delivered per phase since the meter was made
 */
public record MeterReading(PhaseCurrents currents, List<Double> volt, List<Double> wattHours) {

    /** Before the first reading. */
    public static final MeterReading NONE =
            new MeterReading(PhaseCurrents.ZERO, List.of(0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0));

    /** The grid's voltage per phase to neutral. */
    public static final int NOMINAL_VOLT = 230;

    private static final int PHASES = 3;

    public MeterReading {
        volt = List.copyOf(volt);
        wattHours = List.copyOf(wattHours);
        if (volt.size() != PHASES || wattHours.size() != PHASES) {
            throw new IllegalArgumentException("a meter has three phases");
        }
    }

    /** Active power of a phase, 0 to 2, in W. */
    public double watt(int phase) {
        return volt.get(phase) * currents.on(Phase.values()[phase]).value();
    }

    /** Active power, in W. */
    public double watt() {
        return watt(0) + watt(1) + watt(2);
    }

    /** In Wh. */
    public double energy() {
        return wattHours.get(0) + wattHours.get(1) + wattHours.get(2);
    }
}
