package plugwright.station.engine;

import plugwright.model.Phase;

/**
 * All that a socket's meter tells, reckoned from its reading, in the order in which properties (2221_3 on) and registers
 * (306 on) have them: values per phase, each group followed by its sum. Loads are ohmic here: no reactive power.
 */
public final class MeterValues {

    /** How many there are. */
    public static final int COUNT = 44;

    /** Of these so many come first that are no counters. */
    public static final int MOMENTARY = 28;

    private static final int LINE_VOLT = 3;
    private static final int NEUTRAL = 6;
    private static final int AMPERE = 7;
    private static final int POWER_FACTOR = 11;
    private static final int FREQUENCY = 15;
    private static final int WATT = 16;
    private static final int APPARENT = 20;
    private static final int DELIVERED = 28;
    private static final int APPARENT_ENERGY = 36;
    private static final int SUM = 3;

    private static final double HERTZ = 50;
    private static final double SQUARE_ROOT_OF_3 = Math.sqrt(3);

    private MeterValues() {}

    /** In V, A, Hz, W, VA, var, Wh, VAh, varh. */
    public static double[] of(MeterReading reading) {
        double[] values = new double[COUNT];
        double ampere = 0;
        for (Phase phase : Phase.values()) {
            int p = phase.index();
            values[p] = reading.volt().get(p);
            values[LINE_VOLT + p] = reading.volt().get(p) * SQUARE_ROOT_OF_3;
            values[AMPERE + p] = reading.currents().on(phase).value();
            values[POWER_FACTOR + p] = 1;
            values[WATT + p] = reading.watt(p);
            values[APPARENT + p] = reading.watt(p);
            values[DELIVERED + p] = reading.wattHours().get(p);
            values[APPARENT_ENERGY + p] = reading.wattHours().get(p);
            ampere += values[AMPERE + p];
        }
        values[NEUTRAL] = neutral(reading);
        values[AMPERE + SUM] = ampere;
        values[POWER_FACTOR + SUM] = 1;
        values[FREQUENCY] = HERTZ;
        values[WATT + SUM] = reading.watt();
        values[APPARENT + SUM] = reading.watt();
        values[DELIVERED + SUM] = reading.energy();
        values[APPARENT_ENERGY + SUM] = reading.energy();
        return values;
    }

    /** Three currents a third of a turn apart: √(a² + b² + c² − ab − bc − ca). */
    private static double neutral(MeterReading reading) {
        double a = reading.currents().l1().value();
        double b = reading.currents().l2().value();
        double c = reading.currents().l3().value();
        return Math.sqrt(Math.max(0, a * a + b * b + c * c - a * b - b * c - c * a));
    }
}
