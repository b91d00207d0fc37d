package plugwright.station.meter;

import java.util.function.Supplier;
import plugwright.meter.io.LineState;
import plugwright.meter.io.P1Events;
import plugwright.meter.io.P1SerialReader;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.WireTime;
import plugwright.station.log.LogLevel;

/**
 * Feeds a station from a real serial port. Whether the meter is lost the station finds by its own clock, from what
 * does not come.
 */
public final class P1Port implements AutoCloseable {

    private final MeteredStation station;
    private final P1Feed feed;
    private final P1SerialReader reader;

    private P1Port(String device, MeteredStation station, Supplier<WireTime> clock) {
        this.station = station;
        this.feed = new P1Feed(station);
        this.reader = P1SerialReader.start(device, new Events(), clock);
    }

    /**
     * Begins to read.
     *
     * @param device name of the port
     * @param station told on a thread of the port's own
     */
    public static P1Port open(String device, MeteredStation station, Supplier<WireTime> clock) {
        return new P1Port(device, station, clock);
    }

    private final class Events implements P1Events {

        @Override
        public void telegram(P1Telegram telegram, WireTime arrived) {
            feed.telegram(telegram);
        }

        @Override
        public void refused(P1Fault fault, WireTime arrived) {
            feed.refused(fault);
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
    }
}
