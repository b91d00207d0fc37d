package plugwright.station.meter;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import plugwright.meter.GridReading;
import plugwright.meter.io.ModbusEvents;
import plugwright.meter.io.ModbusPoller;
import plugwright.model.Problem;
import plugwright.model.WireTime;

/** Feeds a station from a Modbus meter; whether that is lost the station finds by its own clock. */
public final class ModbusMeterPort implements AutoCloseable {

    private final ModbusFeed feed;
    private final DoubleSupplier speed;
    private final ModbusPoller poller;

    private ModbusMeterPort(
            ModbusMeterSettings settings, MeteredStation station, DoubleSupplier speed, Supplier<WireTime> clock) {
        this.feed = new ModbusFeed(station);
        this.speed = speed;
        this.poller = ModbusPoller.start(settings.address(), settings.map(), settings.every(), new Events(), clock);
    }

    /**
     * Begins to ask.
     *
     * @param station told on a thread of the port's own
     * @param speed how many seconds pass at the station's site in one of ours: an age is told in the site's
     */
    public static ModbusMeterPort open(
            ModbusMeterSettings settings, MeteredStation station, DoubleSupplier speed, Supplier<WireTime> clock) {
        return new ModbusMeterPort(settings, station, speed, clock);
    }

    private final class Events implements ModbusEvents {

        @Override
        public void reading(GridReading reading, WireTime asked, WireTime arrived) {
            feed.reading(reading, (long) (arrived.since(asked).toMillis() * speed.getAsDouble()));
        }

        @Override
        public void fault(Problem problem, WireTime at) {
            feed.fault(problem);
        }
    }

    /** Nothing more is told afterwards. Never throws. */
    @Override
    public void close() {
        poller.close();
    }
}
