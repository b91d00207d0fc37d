package plugwright.station.meter;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plugwright.meter.GridReading;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.station.log.LogLevel;

/**
 * Hands on what a Modbus meter answers. What goes wrong is counted, and written into the station's log, each kind once
 * until the meter answers again. Pure, and to be used by one thread.
 */
public final class ModbusFeed {

    private final MeteredStation station;
    private final Set<ProblemCode> told = EnumSet.noneOf(ProblemCode.class);
    private boolean answered;
    private long faults;

    public ModbusFeed(MeteredStation station) {
        this.station = station;
    }

    /**
     * It answered.
     *
     * @param roundTripMillis from the question to the answer: it measured half of that ago, as much more or less
     */
    public void reading(GridReading reading, long roundTripMillis) {
        if (!answered) {
            station.note(
                    LogLevel.INFO, "Modbus meter answers" + (faults > 0 ? ", after " + faults + " faults" : ""));
        }
        answered = true;
        faults = 0;
        told.clear();
        int age = (int) Math.min(roundTripMillis / 2, Integer.MAX_VALUE);
        station.metered(new MeterSample(reading, age, age, Optional.empty()));
    }

    /** It did not, or nothing that counts. */
    public void fault(Problem problem) {
        answered = false;
        faults++;
        station.meterFailed();
        if (told.add(problem.code())) {
            station.note(LogLevel.WARNING, "Modbus meter: " + problem);
        }
    }
}
