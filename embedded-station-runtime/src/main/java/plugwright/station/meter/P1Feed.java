package plugwright.station.meter;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plugwright.meter.MeterLogLines;
import plugwright.meter.p1.P1Currents;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Sink;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.ProblemCode;
import plugwright.station.log.LogLevel;

/**
 * Makes readings of telegrams. What goes wrong is written into the station's log, each kind once until telegrams come
 * again. Pure, and to be used by one thread.
 */
public final class P1Feed implements P1Sink {

    /** Since version 5 a telegram comes each second, and is probably that old: one second more or less. */
    private static final int SECOND = 1_000;

    /** Before, one each ten seconds, that may be up to ten seconds old. */
    private static final int HALF_OF_TEN_SECONDS = 5_000;

    private final MeteredStation station;
    private final Set<ProblemCode> told = EnumSet.noneOf(ProblemCode.class);

    public P1Feed(MeteredStation station) {
        this.station = station;
    }

    @Override
    public void telegram(P1Telegram telegram) {
        told.clear();
        int age = telegram.version().periodSeconds() == 1 ? SECOND : HALF_OF_TEN_SECONDS;
        station.metered(new MeterSample(P1Currents.of(telegram), age, age, Optional.of(telegram)));
    }

    @Override
    public void refused(P1Fault fault) {
        station.meterFailed();
        if (!told.add(fault.problem().code())) {
            return;
        }
        if (fault instanceof P1Fault.CrcWrong) {
            station.note(LogLevel.ERROR, MeterLogLines.P1_CRC_ERROR);
        } else {
            station.note(LogLevel.WARNING, "P1 telegram refused: " + fault.problem());
        }
    }
}
