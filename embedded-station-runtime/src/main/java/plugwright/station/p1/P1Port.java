package plugwright.station.p1;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import plugwright.meter.MeterLogLines;
import plugwright.meter.MeterWatch;
import plugwright.meter.io.LineState;
import plugwright.meter.io.P1Events;
import plugwright.meter.io.P1SerialReader;
import plugwright.meter.p1.P1Currents;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;
import plugwright.station.engine.GridReading;
import plugwright.station.log.LogLevel;

/**
 * Feeds a station from a real serial port. Each telegram is handed on with its arrival; what goes wrong is written into
 * the station's log, each kind once until telegrams come again.
 */
public final class P1Port implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** Since version 5 a telegram comes each second, and is probably that old: one second more or less. */
    private static final int SECOND = 1_000;

    /** Before, one each ten seconds, that may be up to ten seconds old. */
    private static final int HALF_OF_TEN_SECONDS = 5_000;

    /** Who is fed. */
    public interface Station {

        /** The meter said something; it arrived now. */
        void metered(GridReading reading);

        /** A line for its log. */
        void note(LogLevel level, String text);
    }

    private final Station station;
    private final Supplier<WireTime> clock;
    private final MeterWatch watch;
    private final P1SerialReader reader;
    private final Thread looker;
    private final Set<ProblemCode> told = EnumSet.noneOf(ProblemCode.class);

    private P1Port(String device, Station station, Supplier<WireTime> clock) {
        this.station = station;
        this.clock = clock;
        this.watch = new MeterWatch(millis(clock.get()));
        this.reader = P1SerialReader.start(device, new Events(), clock);
        this.looker = Thread.ofVirtual().name("p1 watch " + device).start(this::look);
    }

    /**
     * Begins to read.
     *
     * @param device name of the port
     * @param station told on threads of the port's own
     */
    public static P1Port open(String device, Station station, Supplier<WireTime> clock) {
        return new P1Port(device, station, clock);
    }

    private static long millis(WireTime time) {
        return Duration.ofNanos(time.nanos()).toMillis();
    }

    /** One minute without a valid telegram, and the guide's line is written; the station itself takes its safe current. */
    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                if (tick() == MeterWatch.Change.LOST) {
                    station.note(LogLevel.ERROR, MeterLogLines.P1_TIMEOUT);
                }
            }
        } catch (InterruptedException ended) {
            // closed
        }
    }

    private synchronized MeterWatch.Change tick() {
        return watch.tick(millis(clock.get()));
    }

    private synchronized void valid(WireTime arrived) {
        watch.reading(millis(arrived));
        told.clear();
    }

    private synchronized boolean isNews(ProblemCode code) {
        return told.add(code);
    }

    private final class Events implements P1Events {

        @Override
        public void telegram(P1Telegram telegram, WireTime arrived) {
            valid(arrived);
            int age = telegram.version().periodSeconds() == 1 ? SECOND : HALF_OF_TEN_SECONDS;
            station.metered(new GridReading(P1Currents.of(telegram).guarded(), age, age));
        }

        @Override
        public void refused(P1Fault fault, WireTime arrived) {
            if (!isNews(fault.problem().code())) {
                return;
            }
            if (fault instanceof P1Fault.CrcWrong) {
                station.note(LogLevel.ERROR, MeterLogLines.P1_CRC_ERROR);
            } else {
                station.note(LogLevel.WARNING, "P1 telegram refused: " + fault.problem());
            }
        }

        @Override
        public void line(LineState state) {
            switch (state) {
                case LineState.Open _ -> station.note(LogLevel.INFO, "P1 port open");
                case LineState.Lost(var problem) -> station.note(LogLevel.WARNING, "P1 port: " + problem);
            }
        }
    }

    /** Nothing more is told afterwards. Never throws. */
    @Override
    public void close() {
        reader.close();
        looker.interrupt();
        try {
            looker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
