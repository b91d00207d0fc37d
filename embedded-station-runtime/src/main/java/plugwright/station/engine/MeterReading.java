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

    /** No socket's meter shows more: beyond this, in mA, a reading is cut. */
    static final int MOST_MILLIAMPERE = 1_000_000;

    /**
     * The same with what can be reckoned with: currents as amounts, as nothing is fed back here, and the voltages and
     * energies of an earlier reading where these are no numbers.
     */
    MeterReading mended(MeterReading earlier) {
        return new MeterReading(
                PhaseCurrents.ofMilliampere(
                        amount(currents.l1().milliampere()),
                        amount(currents.l2().milliampere()),
                        amount(currents.l3().milliampere())),
                areNumbers(volt) ? volt : earlier.volt,
                areNumbers(wattHours) ? wattHours : earlier.wattHours);
    }

    private static int amount(int milliampere) {
        return (int) Math.min(Math.abs((long) milliampere), MOST_MILLIAMPERE);
    }

    private static boolean areNumbers(List<Double> values) {
        for (double value : values) {
            if (!Double.isFinite(value) || value < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be reckoned with as it is. */
    boolean isSound() {
        return isAmount(currents.l1().milliampere())
                && isAmount(currents.l2().milliampere())
                && isAmount(currents.l3().milliampere())
                && areNumbers(volt)
                && areNumbers(wattHours);
    }

    private static boolean isAmount(int milliampere) {
        return milliampere >= 0 && milliampere <= MOST_MILLIAMPERE;
    }

    /** The same once nothing is drawn any more: what is unplugged draws nothing, long before the next reading says so. */
    MeterReading withoutCurrents() {
        return new MeterReading(PhaseCurrents.ZERO, volt, wattHours);
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
