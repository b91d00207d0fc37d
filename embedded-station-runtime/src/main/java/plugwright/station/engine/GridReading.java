package plugwright.station.engine;

import plugwright.meter.MeterNumber;
import plugwright.model.PhaseCurrents;

/**
 * What a meter at the grid connection said; the moment of the event that brings it is its arrival.
 *
 * @param currents on each grid phase, feed-in negative
 * @param ageMillis how old it probably was on arrival: 1 s for a P1 meter that sends each second, half the round trip
 *     for Modbus
 * @param uncertaintyMillis by how much it may have been older or newer than that; less than
 *     {@value #LEAST_UNCERTAINTY_MILLIS} counts as that
 * @param resolution steps in which it tells currents, in mA; room of no more than a step may be its rounding
 * @param meter number of the meter, where it tells one
 */
public record GridReading(PhaseCurrents currents, int ageMillis, int uncertaintyMillis, int resolution, int meter) {

    /** Meters tell hundredths of an ampere, or watts. */
    public static final int USUAL_RESOLUTION = 15;

    /** No meter says when it measured: its averaging, our ticks and the vehicles' meters add up to this. */
    public static final int LEAST_UNCERTAINTY_MILLIS = 1_500;

    public GridReading {
        ageMillis = Math.max(0, ageMillis);
        uncertaintyMillis = Math.max(LEAST_UNCERTAINTY_MILLIS, uncertaintyMillis);
        resolution = Math.max(0, resolution);
    }

    /** Of a meter that does not say which it is. */
    public GridReading(PhaseCurrents currents, int ageMillis, int uncertaintyMillis, int resolution) {
        this(currents, ageMillis, uncertaintyMillis, resolution, MeterNumber.UNKNOWN);
    }

    /** Of one that tells currents as finely as most. */
    public GridReading(PhaseCurrents currents, int ageMillis, int uncertaintyMillis) {
        this(currents, ageMillis, uncertaintyMillis, USUAL_RESOLUTION);
    }

    /** The same when it is so much older. */
    GridReading older(int millis) {
        int age = (int) Math.min(Integer.MAX_VALUE, (long) ageMillis + millis);
        return new GridReading(currents, age, uncertaintyMillis, resolution, meter);
    }
}
