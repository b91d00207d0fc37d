package plugwright.meter.io;

import java.time.Duration;
import java.util.function.Supplier;
import plugwright.meter.GridReading;
import plugwright.meter.map.MeterMap;
import plugwright.model.Outcome;
import plugwright.model.WireTime;

/** Asks a Modbus meter again and again, on a thread of its own. A meter that is lost is asked on, so that it recovers. */
public final class ModbusPoller implements AutoCloseable {

    /** Between a slow answer and the next question, so that a meter gets its rest. */
    private static final Duration LEAST_REST = Duration.ofMillis(50);

    private final ModbusMeter meter;
    private final MeterMap map;
    private final Duration every;
    private final ModbusEvents events;
    private final Supplier<WireTime> clock;
    private final Thread owner;
    private volatile boolean closed;

    private ModbusPoller(
            ModbusMeter meter,
            MeterMap map,
            Duration every,
            ModbusEvents events,
            Supplier<WireTime> clock) {
        this.meter = meter;
        this.map = map;
        this.every = every;
        this.events = events;
        this.clock = clock;
        this.owner = Thread.ofVirtual().name("modbus meter").unstarted(this::run);
    }

    /**
     * Begins to ask.
     *
     * @param address of the meter
     * @param map where it has what
     * @param every from one question to the next
     * @param events told until {@link #close}
     * @param clock of this machine
     */
    public static ModbusPoller start(
            MeterAddress address, MeterMap map, Duration every, ModbusEvents events, Supplier<WireTime> clock) {
        ModbusPoller poller =
                new ModbusPoller(new ModbusMeter(address), map, every, events, clock);
        poller.owner.start();
        return poller;
    }

    private void run() {
        try {
            while (!closed) {
                WireTime asked = clock.get();
                Outcome<GridReading> outcome = meter.read(map);
                WireTime arrived = clock.get();
                if (closed) {
                    return;
                }
                switch (outcome) {
                    case Outcome.Ok<GridReading>(var reading) -> events.reading(reading, asked, arrived);
                    case Outcome.Failed<GridReading>(var problem) -> events.fault(problem, arrived);
                }
                Duration left = every.minus(arrived.since(asked));
                Thread.sleep(left.compareTo(LEAST_REST) < 0 ? LEAST_REST : left);
            }
        } catch (InterruptedException ended) {
            // closed
        }
    }

    /** Ends asking; nothing more is told afterwards. */
    @Override
    public void close() {
        closed = true;
        meter.close();
        owner.interrupt();
        try {
            owner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
