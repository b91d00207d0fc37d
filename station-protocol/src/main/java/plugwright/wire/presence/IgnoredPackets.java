package plugwright.wire.presence;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts ignored datagrams by reason. May be used from any thread. */
public final class IgnoredPackets {

    private final AtomicLongArray counts = new AtomicLongArray(IgnoredReason.values().length);

    public void count(IgnoredReason reason) {
        counts.incrementAndGet(reason.ordinal());
    }

    /** How many were ignored for this reason. */
    public long of(IgnoredReason reason) {
        return counts.get(reason.ordinal());
    }

    /** How many were ignored for any reason. */
    public long total() {
        long sum = 0;
        for (IgnoredReason reason : IgnoredReason.values()) {
            sum += of(reason);
        }
        return sum;
    }
}
