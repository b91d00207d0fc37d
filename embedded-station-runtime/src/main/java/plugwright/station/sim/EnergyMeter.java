package plugwright.station.sim;

import java.util.Arrays;
import plugwright.station.engine.MeterReading;

/**
 * A socket's energy meter: adds up what flows per phase, in microjoule, so that nothing is lost to rounding. Keeps
 * its reading while the station is off. Phases are the meter's own, 0 to 2.
 */
public final class EnergyMeter {

    private static final int VOLT = MeterReading.NOMINAL_VOLT;
    private static final int PHASES = 3;
    private static final double MICROJOULE_A_WATT_HOUR = 3.6e9;

    private final long[] microjoule = new long[PHASES];
    private final int[] milliampere = new int[PHASES];

    /** Lets currents flow for a while. */
    public void flow(int l1, int l2, int l3, long millis) {
        milliampere[0] = l1;
        milliampere[1] = l2;
        milliampere[2] = l3;
        for (int p = 0; p < PHASES; p++) {
            // mA · V = mW; mW · ms = µJ
            microjoule[p] += (long) milliampere[p] * VOLT * millis;
        }
    }

    /** What flows now, in mA. */
    public int milliampere(int phase) {
        return milliampere[phase];
    }

    public double wattHours(int phase) {
        return microjoule[phase] / MICROJOULE_A_WATT_HOUR;
    }

    public double wattHours() {
        return Arrays.stream(microjoule).sum() / MICROJOULE_A_WATT_HOUR;
    }
}
