package plugwright.station.member;

import java.util.Arrays;

/**
 * The first time of a new coordinator: others may still hold leases of the one before, and nobody knows which. Until
 * these have surely run out those who vote may together have no more than they said they had when they first voted.
 */
final class Takeover {

    private static final long NO_BOUND = Long.MAX_VALUE / 2;

    private final long since;
    private final boolean[] voted;
    private int votes;
    private long allVotedAt = Long.MAX_VALUE / 2;
    private final long[] first = new long[Ledger.PHASES];
    private final long[] budget = new long[Ledger.PHASES];

    Takeover(int sockets, long now) {
        since = now;
        voted = new boolean[sockets];
    }

    /** A vote came; the first one of a socket says what it brings along. */
    void vote(int socket, SocketLedger ledger, long now) {
        if (voted[socket]) {
            return;
        }
        voted[socket] = true;
        votes++;
        for (int phase = 0; phase < Ledger.PHASES; phase++) {
            first[phase] += ledger.said(phase);
        }
        if (votes == voted.length) {
            allVotedAt = now;
        }
    }

    /**
     * Whether a socket's share is part of what voters may have together: also one that fell silent since, for it still tells
     * what it brought along.
     */
    boolean isBounded(int socket) {
        return voted[socket];
    }

    /** Whether it is time for the first grants: all are heard, or those that are not have had their time. */
    boolean hasGathered(long now) {
        return votes == voted.length || now - since >= Timers.GATHER;
    }

    boolean isOver(long now) {
        return now >= Math.min(since + Timers.LEASE_COUNTED + Timers.VEHICLE, allVotedAt + Timers.VEHICLE);
    }

    /** What all voters together may have on each phase. */
    long[] budget(long now) {
        if (isOver(now)) {
            Arrays.fill(budget, NO_BOUND);
        } else {
            System.arraycopy(first, 0, budget, 0, budget.length);
        }
        return budget;
    }
}
