package plugwright.station.http;

import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;
import plugwright.net.BindProblem;

/** The one HTTPS server of a process, with a listener for each station. Safe for several threads at once. */
public final class StationServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationServer.class);

    /** Each listener's selector takes a thread for good; requests run on virtual threads. */
    private static final int SPARE_THREADS = 16;

    private final Server server;

    private StationServer(Server server) {
        this.server = server;
    }

    /**
     * Starts it, with no listener yet.
     *
     * @param stations how many listeners there will be at most
     * @param clock for time-outs of sessions
     */
    public static Outcome<StationServer> start(int stations, Supplier<WireTime> clock) {
        QueuedThreadPool pool = new QueuedThreadPool(stations + SPARE_THREADS, 1);
        pool.setName("stations-https");
        pool.setDaemon(true);
        pool.setReservedThreads(0);
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(pool);
        server.setStopTimeout(0);
        server.setHandler(new ApiHandler(clock));
        try {
            server.start();
            return Outcome.ok(new StationServer(server));
        } catch (Exception broken) {
            LOG.error("HTTPS server does not start", broken);
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, String.valueOf(broken.getMessage()));
        }
    }

    /** One station's API while it is up. Closing it drops all its connections. */
    public interface Listening extends AutoCloseable {
        int port();

        /** Never throws; returns when the port is free again. */
        @Override
        void close();
    }

    /**
     * Opens a station's API.
     *
     * @param address an address of this machine
     * @param port 0 for any
     * @param identity private key and certificate, without a password of its own
     * @param idle connections that are silent for longer are closed
     * @param reboot called once the reply to a reboot command is on its way
     * @return the open API, or PORT_IN_USE, PORT_NOT_ALLOWED, BAD_ARGUMENT (no address of this machine)
     */
    public Outcome<Listening> listen(
            String address, int port, KeyStore identity, Duration idle, ApiResponder responder, Runnable reboot) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(identity);
        tls.setKeyStorePassword("");
        tls.setSniRequired(false);
        StationListener listener = new StationListener(server, tls, responder, reboot);
        listener.setHost(address);
        listener.setPort(port);
        listener.setIdleTimeout(idle.toMillis());
        try {
            listener.start();
            return Outcome.ok(new Open(listener));
        } catch (Exception refused) {
            stop(listener);
            LOG.warn("{}:{} does not open: {}", address, port, refused.toString());
            return Outcome.failed(BindProblem.of(refused, address, port));
        }
    }

    private static void stop(StationListener listener) {
        try {
            listener.stop();
        } catch (Exception late) {
            LOG.warn("listener of {} does not stop cleanly", listener.getHost(), late);
        }
    }

    private record Open(StationListener listener) implements Listening {
        @Override
        public int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() {
            stop(listener);
        }
    }

    /** Never throws. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception late) {
            LOG.warn("HTTPS server does not stop cleanly", late);
        }
    }
}
