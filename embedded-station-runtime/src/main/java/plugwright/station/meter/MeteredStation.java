package plugwright.station.meter;

import plugwright.station.log.LogLevel;

/** A station that is told what its meter says. Implementations stand calls from any thread. */
public interface MeteredStation {

    /** The meter said something; it arrived now. */
    void metered(MeterSample sample);

    /** A meter that has its time to be heard gave no answer that counts. */
    void meterFailed();

    /** A line for its log. */
    void note(LogLevel level, String text);
}
