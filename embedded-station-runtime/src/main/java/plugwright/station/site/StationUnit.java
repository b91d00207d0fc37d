package plugwright.station.site;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.station.http.ApiResponder;
import plugwright.station.http.StationServer;
import plugwright.station.http.StationServer.Listening;
import plugwright.station.log.LogLevel;

/** One station from power on to power off: opens its interfaces at boot, drops them at a reboot. */
final class StationUnit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StationUnit.class);

    private static final String POWER_UP = "Power-up";
    private static final String SOFTWARE_RESET = "Software reset";

    /** A port that was free a moment ago may be taken for a while by someone's outgoing connection. */
    private static final long RETRY_SECONDS = 1;

    private static final int RETRIES = 60;

    private final StationMind mind;
    private final StationKeep keep;
    private final StationServer server;
    private final String address;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int apiPort;
    private boolean closed;
    private boolean rebooting;
    private Optional<Listening> listening = Optional.empty();

    StationUnit(StationMind mind, StationKeep keep, StationServer server, String address, int apiPort) {
        this.mind = mind;
        this.keep = keep;
        this.server = server;
        this.address = address;
        this.apiPort = apiPort;
    }

    /** @return the port that its API is at, or why it cannot be opened */
    Outcome<Integer> powerUp() {
        mind.boot(POWER_UP);
        return listen();
    }

    private Outcome<Integer> listen() {
        Outcome<Listening> opened = server.listen(
                address,
                apiPort,
                keep.identity(),
                mind.sessionSettings().idleLimit(),
                new ApiResponder(mind),
                this::reboot);
        return opened.map(open -> {
            opened(open);
            return open.port();
        });
    }

    private void opened(Listening open) {
        lock.lock();
        try {
            apiPort = open.port();
            listening = Optional.of(open);
        } finally {
            lock.unlock();
        }
    }

    /** Restarts it on a thread of its own; asked again while it is down it does nothing. */
    void reboot() {
        lock.lock();
        try {
            if (closed || rebooting) {
                return;
            }
            rebooting = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("reboot " + address).start(this::restart);
    }

    private void restart() {
        mind.goDown(SOFTWARE_RESET);
        drop();
        if (sleptThrough(mind.away().toMillis())) {
            mind.boot(SOFTWARE_RESET);
            for (int attempt = 0; attempt < RETRIES; attempt++) {
                if (!(listen() instanceof Outcome.Failed<Integer>(Problem why))) {
                    break;
                }
                LOG.warn("station at {} is not back: {}", address, why);
                mind.note(LogLevel.ERROR, "API does not open: " + why);
                if (!sleptThrough(TimeUnit.SECONDS.toMillis(RETRY_SECONDS))) {
                    break;
                }
            }
        }
        finished();
    }

    private void finished() {
        lock.lock();
        try {
            rebooting = false;
        } finally {
            lock.unlock();
        }
        if (isClosed()) {
            drop();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether the time passed; not if the site is closed meanwhile */
    private boolean sleptThrough(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        Optional<Listening> open;
        lock.lock();
        try {
            open = listening;
            listening = Optional.empty();
        } finally {
            lock.unlock();
        }
        open.ifPresent(Listening::close);
    }

    boolean isUp() {
        lock.lock();
        try {
            return listening.isPresent();
        } finally {
            lock.unlock();
        }
    }

    int apiPort() {
        lock.lock();
        try {
            return apiPort;
        } finally {
            lock.unlock();
        }
    }

    StationMind mind() {
        return mind;
    }

    StationKeep keep() {
        return keep;
    }

    /** Power off. Never throws. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        drop();
    }
}
