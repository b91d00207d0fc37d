package plugwright.station.modbus;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;

/** Counts what a slave's port sees, and says some of it. Safe for several threads at once. */
final class MasterTally {

    private static final Logger LOG = LoggerFactory.getLogger(MasterTally.class);

    /** The first of a kind is logged and then each of so many: a crowd must not fill the log. */
    private static final int SAID_EACH = 100;

    private final AtomicLong masters = new AtomicLong();
    private final AtomicLong tooMany = new AtomicLong();
    private final AtomicLong silent = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();

    void master() {
        masters.incrementAndGet();
    }

    void request() {
        requests.incrementAndGet();
    }

    void tooMany(Ipv4Address master) {
        count(tooMany, "one too many", master);
    }

    void silent(Ipv4Address master) {
        count(silent, "silent for too long", master);
    }

    void foreign(Ipv4Address master) {
        count(foreign, "no Modbus", master);
    }

    private static void count(AtomicLong counter, String what, Ipv4Address master) {
        long count = counter.incrementAndGet();
        if (count % SAID_EACH == 1) {
            LOG.info("Modbus connection from {} closed, {}; {} so far", master, what, count);
        }
    }

    MasterCounts counts() {
        return new MasterCounts(masters.get(), tooMany.get(), silent.get(), foreign.get(), requests.get());
    }
}
