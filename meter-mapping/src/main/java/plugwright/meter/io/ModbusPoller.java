package plugwright.meter.io;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import plugwright.meter.GridReading;
import plugwright.meter.map.MeterMap;
import plugwright.model.Outcome;
import plugwright.model.WireTime;

/** Asks a Modbus meter again and again, on a thread of its own. A meter that is lost is asked on, so that it recovers. */
public final class ModbusPoller implements AutoCloseable {

    /** Between a slow answer and the next question, so that a meter gets its rest. */
    private static final Duration LEAST_REST = Duration.ofMillis(50);

    /** A meter that is away is asked less and less often, down to this: well before a minute without it is over. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final ModbusMeter meter;
    private Optional<MeterMap> map;
    private final Duration every;
    private final ModbusEvents events;
    private final Supplier<WireTime> clock;
    private final Thread owner;
    private volatile boolean closed;

    private ModbusPoller(
            ModbusMeter meter,
            Optional<MeterMap> map,
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
     * @param map where it has what; empty for a meter that describes itself, which is asked for it first
     * @param every from one question to the next
     * @param events told until {@link #close}
     * @param clock of this machine
     */
    public static ModbusPoller start(
            MeterAddress address, Optional<MeterMap> map, Duration every, ModbusEvents events, Supplier<WireTime> clock) {
        ModbusPoller poller =
                new ModbusPoller(new ModbusMeter(address), map, every, events, clock);
        poller.owner.start();
        return poller;
    }

    private void run() {
        Duration pace = every;
        try {
            while (!closed) {
                WireTime asked = clock.get();
                Outcome<GridReading> outcome = read();
                WireTime arrived = clock.get();
                if (closed) {
                    return;
                }
                switch (outcome) {
                    case Outcome.Ok<GridReading>(var reading) -> {
                        pace = every;
                        events.reading(reading, asked, arrived);
                    }
                    case Outcome.Failed<GridReading>(var problem) -> {
                        pace = slower(pace);
                        events.fault(problem, arrived);
                    }
                }
                Duration left = pace.minus(arrived.since(asked));
                Thread.sleep(left.compareTo(LEAST_REST) < 0 ? LEAST_REST : left);
            }
        } catch (InterruptedException ended) {
            // closed
        }
    }

    private Duration slower(Duration pace) {
        Duration twice = pace.multipliedBy(2);
        Duration most = every.compareTo(LONGEST_REST) > 0 ? every : LONGEST_REST;
        return twice.compareTo(most) > 0 ? most : twice;
    }

    private Outcome<GridReading> read() {
        Outcome<MeterMap> known = map.<Outcome<MeterMap>>map(Outcome::ok).orElseGet(meter::findSunSpec);
        return known.flatMap(its -> {
            map = Optional.of(its);
            return meter.read(its);
        });
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
