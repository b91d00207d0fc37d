package plugwright.station.modbus;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.WireTime;
import plugwright.net.BindProblem;
import plugwright.net.Sockets;
import plugwright.wire.modbus.SlaveResponder;

/**
 * A slave's open port: accepts masters, gives each a thread of its own, and closes those that are too many or silent
 * for too long, whether they do not ask or do not take their answers. Safe for several threads at once.
 */
public final class ModbusListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModbusListener.class);

    /** Connections that wait to be accepted: accepting takes microseconds; what comes beyond has to try again. */
    private static final int BACKLOG = 50;

    /** Silence is noticed within this fraction of it, and within a second. */
    private static final int LOOKS_A_SILENCE = 20;

    private static final Duration LONGEST_PACE = Duration.ofSeconds(1);

    /** After a failed accept, out of file handles say, before the next one. */
    private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

    /** A master that reconnects may be here before the end of its old connection has been seen. */
    private static final Duration RECONNECTING = Duration.ofMillis(50);

    /** In the long run nobody is waited for more often than that: a crowd is sent away at once. */
    private static final Duration BETWEEN_WAITS = Duration.ofSeconds(1);

    /** As many waits may follow each other quickly as would take this long: masters that come again one by one. */
    private static final Duration SAVED_WAITS = Duration.ofSeconds(10);

    /** Closing waits so long for the thread that accepts; it is woken at once. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final ServerSocket server;
    private final SlaveResponder responder;
    private final MasterLimits limits;
    private final Supplier<WireTime> clock;
    private final Set<MasterConnection> masters = new LinkedHashSet<>();
    private final MasterTally tally = new MasterTally();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread accepting;

    /** When the waits so far are made up for; of the thread that accepts alone. */
    private long nextWait = System.nanoTime();

    private ModbusListener(
            ServerSocket server, SlaveResponder responder, MasterLimits limits, Supplier<WireTime> clock) {
        this.server = server;
        this.responder = responder;
        this.limits = limits;
        this.clock = clock;
        this.accepting = Thread.ofVirtual()
                .name("modbus " + server.getLocalSocketAddress())
                .unstarted(this::accept);
    }

    /**
     * Opens a slave's port.
     *
     * @param address one of this machine's
     * @param port 0 for any
     * @param clock for silence
     * @return the open port, or PORT_IN_USE, PORT_NOT_ALLOWED, BAD_ARGUMENT (no address of this machine)
     */
    public static Outcome<ModbusListener> open(
            Ipv4Address address, int port, SlaveResponder responder, MasterLimits limits, Supplier<WireTime> clock) {
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(Sockets.at(address, port), BACKLOG);
            } catch (IOException refused) {
                server.close();
                throw refused;
            }
            ModbusListener listener = new ModbusListener(server, responder, limits, clock);
            listener.accepting.start();
            Thread.ofVirtual().name("modbus silence " + address).start(listener::watch);
            return Outcome.ok(listener);
        } catch (IOException refused) {
            LOG.warn("Modbus {}:{} does not open: {}", address, port, refused.toString());
            return Outcome.failed(BindProblem.of(refused, address.toString(), port));
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many masters are connected. */
    public int connected() {
        synchronized (masters) {
            return masters.size();
        }
    }

    /** What this port has seen. */
    public MasterCounts counts() {
        return tally.counts();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                serve(server.accept());
            } catch (IOException broken) {
                if (closed.getCount() > 0) {
                    LOG.warn("Modbus port {} does not accept: {}", server.getLocalSocketAddress(), broken.toString());
                    pause(ACCEPT_PAUSE);
                }
            }
        }
    }

    private void serve(Socket socket) {
        Ipv4Address address = Sockets.addressOf((InetSocketAddress) socket.getRemoteSocketAddress());
        MasterConnection master = new MasterConnection(socket, address, responder, clock, tally);
        if (!admit(master)) {
            master.close();
            tally.tooMany(address);
            return;
        }
        tally.master();
        // A thread of the system each, two at most: a virtual one is woken by way of another and answers half as often.
        Thread.ofPlatform().daemon().name("modbus master " + address).start(() -> {
            try (master) {
                master.run();
            } finally {
                leave(master);
            }
        });
    }

    private boolean admit(MasterConnection master) {
        synchronized (masters) {
            long now = System.nanoTime();
            boolean full = masters.size() >= limits.masters();
            long end = now;
            if (full && nextWait - now < SAVED_WAITS.toNanos()) {
                end = now + RECONNECTING.toNanos();
                nextWait = Math.max(nextWait - now, 0) + now + BETWEEN_WAITS.toNanos();
            }
            while (masters.size() >= limits.masters() && System.nanoTime() < end && waits(end)) {
                // somebody may have left
            }
            return closed.getCount() > 0 && masters.size() < limits.masters() && masters.add(master);
        }
    }

    /** Waits for somebody to leave; false if this thread is to end. */
    private boolean waits(long end) {
        try {
            TimeUnit.NANOSECONDS.timedWait(masters, end - System.nanoTime());
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(MasterConnection master) {
        synchronized (masters) {
            masters.remove(master);
            masters.notifyAll();
        }
    }

    private void watch() {
        Duration part = limits.silence().dividedBy(LOOKS_A_SILENCE);
        Duration pace = part.compareTo(LONGEST_PACE) < 0 ? part : LONGEST_PACE;
        while (!pause(pace)) {
            WireTime now = clock.get();
            for (MasterConnection master : everyone()) {
                if (now.since(master.lastHeard()).compareTo(limits.silence()) >= 0) {
                    master.close();
                    tally.silent(master.address());
                }
            }
        }
    }

    /** Waits; true as soon as this is closed or the thread is to end. */
    private boolean pause(Duration time) {
        try {
            return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private List<MasterConnection> everyone() {
        synchronized (masters) {
            return new ArrayList<>(masters);
        }
    }

    /** Closes the port and all connections; when this returns the port is free. Never throws. */
    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException late) {
            LOG.warn("Modbus port does not close cleanly", late);
        }
        everyone().forEach(MasterConnection::close);
        try {
            // The port is free once nobody waits at it any more.
            accepting.join(LONGEST_CLOSE);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
