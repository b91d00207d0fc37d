package plugwright.wire.scn;

import java.util.Arrays;

/** Counts dropped packets by kind, and says when one is worth a line in the log: once a minute a kind. One owner. */
public final class DropCounts {

    /** A flood of bad packets shall not flood the log. */
    private static final long LOG_EVERY = 60_000;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long[] counts = new long[DropKind.values().length];
    private final long[] loggedAt = new long[DropKind.values().length];

    public DropCounts() {
        Arrays.fill(loggedAt, NEVER);
    }

    /**
     * Counts one.
     *
     * @param now moment in ms of a clock that does not go back
     * @return how often the kind was seen if the log shall say so now, else 0
     */
    public long count(DropKind kind, long now) {
        int i = kind.ordinal();
        counts[i]++;
        if (now - loggedAt[i] < LOG_EVERY) {
            return 0;
        }
        loggedAt[i] = now;
        return counts[i];
    }

    /** How many were dropped for this reason. */
    public long of(DropKind kind) {
        return counts[kind.ordinal()];
    }
}
