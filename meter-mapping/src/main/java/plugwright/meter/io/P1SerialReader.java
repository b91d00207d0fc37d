package plugwright.meter.io;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1FreshSink;
import plugwright.meter.p1.P1Parser;
import plugwright.meter.p1.P1Sink;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;

/**
 * Reads a P1 port: 115200 8N1. Owns the port on a thread of its own; a port that is missing or unplugged is opened again
 * as soon as it is there. Works with whatever name the system knows the port by, listed or not.
 */
public final class P1SerialReader implements AutoCloseable {

    private static final int BAUD = 115_200;
    private static final int DATA_BITS = 8;

    /** At 115200 baud some 230 bytes come in this time: little to wait for, and little to do for an idle line. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** How often a lost port is tried, and a silent one looked after. */
    private static final Duration TRY_EVERY = Duration.ofSeconds(1);

    private static final int PIECE_BYTES = 4_096;

    private final String device;
    private final P1Events events;
    private final Supplier<WireTime> clock;
    private final Thread owner;
    private volatile boolean closed;

    /** Whether the loss in force was told. */
    private boolean lossTold;

    private P1SerialReader(String device, P1Events events, Supplier<WireTime> clock) {
        this.device = device;
        this.events = events;
        this.clock = clock;
        this.owner = Thread.ofVirtual().name("p1 " + device).unstarted(this::run);
    }

    /**
     * Begins to read.
     *
     * @param device name of the port, e.g. {@code /dev/ttyUSB0} or {@code COM3}
     * @param events told until {@link #close}
     * @param clock of this machine
     */
    public static P1SerialReader start(String device, P1Events events, Supplier<WireTime> clock) {
        P1SerialReader reader = new P1SerialReader(device, events, clock);
        reader.owner.start();
        return reader;
    }

    private void run() {
        try {
            while (!closed) {
                Optional<SerialPort> port = open();
                if (port.isPresent()) {
                    lossTold = false;
                    events.line(new LineState.Open());
                    pump(port.get());
                    port.get().closePort();
                    lost(ProblemCode.SERIAL_LOST);
                } else {
                    lost(ProblemCode.SERIAL_UNUSABLE);
                }
                Thread.sleep(TRY_EVERY);
            }
        } catch (InterruptedException ended) {
            // closed
        }
    }

    private void lost(ProblemCode code) {
        if (!lossTold && !closed) {
            lossTold = true;
            events.line(new LineState.Lost(Problem.of(code, device)));
        }
    }

    private Optional<SerialPort> open() {
        try {
            SerialPort port = SerialPort.getCommPort(device);
            port.setComPortParameters(BAUD, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
            return port.openPort() ? Optional.of(port) : Optional.empty();
        } catch (SerialPortInvalidPortException e) {
            return Optional.empty();
        }
    }

    /** Until the port is lost or the reader closed. */
    private void pump(SerialPort port) throws InterruptedException {
        P1Parser parser = new P1Parser();
        Arrivals arrivals = new Arrivals();
        byte[] piece = new byte[PIECE_BYTES];
        Optional<Path> opened = realPath();
        WireTime looked = clock.get();
        try {
            while (!closed) {
                int count = port.bytesAvailable() < 0 ? -1 : port.readBytes(piece, piece.length);
                WireTime now = clock.get();
                if (count > 0) {
                    parser.feed(piece, 0, count, arrivals.at(now));
                } else if (count < 0) {
                    return;
                } else if (now.since(looked).compareTo(TRY_EVERY) >= 0) {
                    looked = now;
                    if (!realPath().equals(opened)) {
                        return;
                    }
                }
                Thread.sleep(LOOK_EVERY);
            }
        } finally {
            parser.end(arrivals.at(clock.get()));
        }
    }

    /** What the name stands for: an unplugged port disappears, and one plugged in anew is another. */
    private Optional<Path> realPath() {
        try {
            return Optional.of(Path.of(device).toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Hands on what comes, with its arrival. */
    private final class Arrivals implements P1Sink {

        private final P1FreshSink fresh = new P1FreshSink(this);
        private WireTime at = clock.get();

        P1Sink at(WireTime moment) {
            at = moment;
            fresh.arrived(Duration.ofNanos(moment.nanos()).toMillis());
            return fresh;
        }

        @Override
        public void telegram(P1Telegram telegram) {
            events.telegram(telegram, at);
        }

        @Override
        public void refused(P1Fault fault) {
            events.refused(fault, at);
        }
    }

    /** Ends reading; nothing more is told afterwards. */
    @Override
    public void close() {
        closed = true;
        owner.interrupt();
        try {
            owner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
