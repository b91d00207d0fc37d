package plugwright.station.member;

import java.util.List;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.SocketGrant;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.StationGrant;

/**
 * What a station may tell, and until when: a grant holds from the vote that it answers; after it the safe current at
 * most, and a rise to that only when every coordinator must have kept it free.
 */
final class Lease {

    private final int sockets;
    private final int[] amount;
    private final int[] phases;
    private final int[] connected;
    private int safe;
    private long from;
    private LimitBasis basis = LimitBasis.STARTED;
    private int applied;

    /** A station that starts tells 0. */
    Lease(int sockets, long now) {
        this.sockets = sockets;
        this.amount = new int[sockets];
        this.phases = new int[sockets];
        this.connected = new int[sockets];
        this.from = now;
    }

    /** What a cut-off socket may tell; 0 where that is under 6 A. */
    void safe(int milliampere) {
        safe = milliampere;
        for (int i = 0; i < sockets; i++) {
            boolean cutOff = basis == LimitBasis.SAFE || basis == LimitBasis.CUT_OFF;
            amount[i] = cutOff ? Math.min(amount[i], safe) : amount[i];
        }
    }

    void connected(int socket, int mask) {
        connected[socket] = mask;
    }

    /** Whom it follows is another now: sequence numbers begin anew, what is in force stays. */
    void follows() {
        applied = 0;
    }

    /**
     * Takes a grant, or not.
     *
     * @param since the moment from which votes went to whom granted it
     * @return whether it was applied
     */
    boolean apply(StationGrant grant, int boot, int sequence, long since, long now) {
        long voted = Stamps.full(grant.stamp(), now);
        boolean answers = grant.isOfBoot(boot) && voted >= since && voted <= now;
        boolean newer = Integer.compareUnsigned(sequence, applied) > 0;
        if (!answers || !newer || grant.sockets().size() != sockets || basis == LimitBasis.PAUSED) {
            return false;
        }
        applied = sequence;
        if (now >= voted + Timers.LEASE) {
            return false;
        }
        for (int i = 0; i < sockets; i++) {
            SocketGrant granted = grant.sockets().get(i);
            amount[i] = granted.milliampere();
            phases[i] = granted.phases();
        }
        from = voted;
        become(LimitBasis.GRANTED);
        return true;
    }

    /** Lets time pass: expiry, and the rise to the safe current. */
    void step(Change change, long now) {
        if (change == Change.PAUSED) {
            stop(now);
        } else if (basis == LimitBasis.PAUSED) {
            become(LimitBasis.STARTED);
        }
        if (basis == LimitBasis.GRANTED && now >= from + Timers.LEASE) {
            cutOff();
        }
        if ((basis == LimitBasis.CUT_OFF || basis == LimitBasis.STARTED) && now >= from + Timers.RISES_AFTER) {
            for (int i = 0; i < sockets; i++) {
                amount[i] = safe;
                phases[i] = connected[i];
            }
            become(LimitBasis.SAFE);
        }
    }

    /** Nobody knows how old it is: as if it had run out. */
    void expire() {
        if (basis == LimitBasis.GRANTED) {
            cutOff();
        }
    }

    private void cutOff() {
        for (int i = 0; i < sockets; i++) {
            amount[i] = Math.min(amount[i], safe);
        }
        become(LimitBasis.CUT_OFF);
    }

    /** Nothing is told, and nothing will be for as long as after a start. */
    private void stop(long now) {
        for (int i = 0; i < sockets; i++) {
            amount[i] = 0;
            phases[i] = 0;
        }
        from = now;
        become(LimitBasis.PAUSED);
    }

    /** The one place where what the limits rest on changes. */
    private void become(LimitBasis next) {
        basis = next;
    }

    LimitBasis basis() {
        return basis;
    }

    /** What may be told to a vehicle that counts on these phases. */
    int limit(int socket, int counted) {
        return (counted & ~phases(socket)) == 0 ? amount[socket] : 0;
    }

    int amount(int socket) {
        return amount[socket];
    }

    int phases(int socket) {
        return basis == LimitBasis.SAFE ? connected[socket] : phases[socket];
    }

    /** Sequence number of the last grant applied from whom it follows; 0 before the first. */
    int applied() {
        return applied;
    }

    /** For how long it will surely not tell more than now without a new grant. */
    int promise(int socket, long now) {
        boolean neverRises = basis == LimitBasis.SAFE
                || (amount[socket] >= safe && (connected[socket] & ~phases[socket]) == 0);
        return neverRises ? Timers.PROMISE_FOR_EVER : (int) Math.max(0, from + Timers.RISES_AFTER - now);
    }

    long remaining(long now) {
        return basis == LimitBasis.GRANTED ? Math.max(0, from + Timers.LEASE - now) : 0;
    }

    /** Whether it is another than was said: the coordinator waits for that being confirmed. */
    boolean isOtherThan(List<SocketVote> said) {
        for (int i = 0; i < said.size(); i++) {
            SocketVote was = said.get(i);
            if (was.lease() != amount(i) || was.leasePhases() != phases(i)) {
                return true;
            }
        }
        return false;
    }

    /** The next moment at which it changes by itself. */
    long due() {
        return switch (basis) {
            case GRANTED -> from + Timers.LEASE;
            case STARTED, CUT_OFF -> from + Timers.RISES_AFTER;
            case SAFE, PAUSED -> Long.MAX_VALUE;
        };
    }
}
