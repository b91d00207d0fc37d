package plugwright.station.member;

import java.util.Arrays;

/** What all sockets of the network may be telling or drawing, and whether a raise fits beside it. */
final class Ledger {

    static final int PHASES = 3;

    private final SocketLedger[] sockets;
    private final int safe;
    private final long[] sum = new long[PHASES];
    private final long[] voters = new long[PHASES];
    private final int[] limit = new int[PHASES];
    private long now;

    /**
     * @param count sockets of the network
     * @param safe the safe current of a socket in mA, 0 where it is under 6 A
     */
    Ledger(int count, int safe) {
        this.sockets = new SocketLedger[count];
        Arrays.setAll(sockets, _ -> new SocketLedger());
        this.safe = safe;
    }

    SocketLedger of(int socket) {
        return sockets[socket];
    }

    int size() {
        return sockets.length;
    }

    /** Adds up anew, for the raises of one decision; what counts against a takeover's budget is added up by itself. */
    void open(long moment, int[] limits, Membership members, Takeover takeover) {
        now = moment;
        System.arraycopy(limits, 0, limit, 0, PHASES);
        Arrays.fill(sum, 0);
        Arrays.fill(voters, 0);
        for (int id = 0; id < sockets.length; id++) {
            SocketLedger socket = sockets[id];
            socket.forgetPlan();
            boolean votes = takeover.isBounded(id) || !socket.isSilent(now);
            int others = safe * members.surplus(id);
            for (int phase = 0; phase < PHASES; phase++) {
                int count = socket.countWithSafe(phase, safe, now);
                sum[phase] += count + others;
                voters[phase] += votes ? count : 0;
            }
        }
    }

    /** What is kept on a phase for those that are silent or unknown, beside an id that several claim. */
    int reserved(int phase, Membership members) {
        int reserved = 0;
        for (int id = 0; id < sockets.length; id++) {
            boolean here = (sockets[id].connected >> phase & 1) != 0;
            if (here && sockets[id].isSilent(now)) {
                reserved += safe * (1 + members.surplus(id));
            }
        }
        return reserved;
    }

    /**
     * Admits a raise if it fits on every phase of the network, and keeps its room until the next decision.
     *
     * @param budget what all voters together may have on each phase; a takeover's
     */
    boolean admit(int socket, int mask, int milliampere, long[] budget) {
        SocketLedger s = sockets[socket];
        for (int phase = 0; phase < PHASES; phase++) {
            if ((mask >> phase & 1) != 0 && !fits(s, phase, milliampere, budget[phase])) {
                return false;
            }
        }
        for (int phase = 0; phase < PHASES; phase++) {
            if ((mask >> phase & 1) != 0) {
                int more = Math.max(0, milliampere - s.countWithSafe(phase, safe, now));
                sum[phase] += more;
                voters[phase] += more;
            }
        }
        s.plan(mask, milliampere);
        return true;
    }

    private boolean fits(SocketLedger s, int phase, int milliampere, long budget) {
        if (milliampere <= s.last(phase, now)) {
            return true;
        }
        int more = Math.max(0, milliampere - s.countWithSafe(phase, safe, now));
        return sum[phase] + more <= limit[phase] && voters[phase] + more <= budget;
    }

    /** The most it may go on with where a raise does not fit. */
    int unraised(int socket, int mask, int milliampere) {
        int most = milliampere;
        for (int phase = 0; phase < PHASES; phase++) {
            if ((mask >> phase & 1) != 0) {
                most = Math.min(most, sockets[socket].last(phase, now));
            }
        }
        return most;
    }

    /** What all may be telling or drawing on a phase, safe currents included. */
    long sum(int phase) {
        return sum[phase];
    }
}
