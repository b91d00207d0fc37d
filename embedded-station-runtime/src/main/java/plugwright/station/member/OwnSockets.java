package plugwright.station.member;

import java.util.ArrayList;
import java.util.List;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.SocketVote.Following;

/** This station's sockets as its control reports them, and what the coordinator left here to be remembered. */
final class OwnSockets {

    private final SocketReport[] report;
    private final long[] memory;
    private final long[] plugged;

    OwnSockets(int sockets) {
        report = new SocketReport[sockets];
        memory = new long[sockets];
        plugged = new long[sockets];
        for (int i = 0; i < sockets; i++) {
            report[i] = SocketReport.free((1 << Ledger.PHASES) - 1, 0);
        }
    }

    int count() {
        return report.length;
    }

    SocketReport of(int socket) {
        return report[socket];
    }

    /**
     * Takes what the control knows.
     *
     * @param outside now on the clock of the report
     * @param now on the own clock
     * @return whether the coordinator should know at once
     */
    boolean report(int socket, SocketReport its, long outside, long now) {
        boolean free = its.use() == SocketVote.Use.FREE;
        boolean wasFree = report[socket].use() == SocketVote.Use.FREE;
        if (free || wasFree || report[socket].pluggedAt() != its.pluggedAt()) {
            memory[socket] = 0;
            plugged[socket] = now - Math.max(0, outside - its.pluggedAt());
        }
        SocketReport before = report[socket];
        report[socket] = its;
        return its.use() != before.use()
                || its.counted() != before.counted()
                || its.cap() != before.cap()
                || its.following() != before.following()
                || its.told() < before.told();
    }

    /** Keeps what is known of a vehicle, if it was there already when the vote that this answers was sent. */
    void remember(int socket, long packed, long voted) {
        if (report[socket].use() != SocketVote.Use.FREE && plugged[socket] <= voted) {
            memory[socket] = packed;
        }
    }

    long memory(int socket) {
        return memory[socket];
    }

    /** A report from before the vehicle was told less says nothing of what it does now. */
    private static Following following(SocketReport report, int limit) {
        return report.told() <= limit ? report.following() : Following.NOT_SURE;
    }

    List<SocketVote> votes(Lease lease, long now) {
        List<SocketVote> votes = new ArrayList<>(report.length);
        for (int i = 0; i < report.length; i++) {
            SocketReport r = report[i];
            boolean free = r.use() == SocketVote.Use.FREE;
            votes.add(new SocketVote(
                    r.use(),
                    r.contactor(),
                    following(r, lease.limit(i, r.counted())),
                    r.connected(),
                    r.counted(),
                    lease.amount(i),
                    lease.phases(i),
                    lease.promise(i, now),
                    r.cap(),
                    r.capKind().code(),
                    r.l1(),
                    r.l2(),
                    r.l3(),
                    free ? 0 : (int) Math.min(Integer.MAX_VALUE, now - plugged[i]),
                    memory[i]));
        }
        return votes;
    }
}
