package plugwright.station.sim.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.SocketGrant;
import plugwright.wire.scn.StationGrant;

/**
 * What one station was granted by what was delivered to it, whether it applied that or not: more than this it may
 * never tell on the strength of a lease. Read from the packets alone.
 */
final class GrantBook {

    /** A grant holds this long after the vote that it answers (control-core.md §3), on the station's clock. */
    static final long LEASE = 9_000;

    /** I7: cut off, a member is down at its safe current this long after the vote. */
    static final long DOWN_AFTER = 10_000;

    private record Delivered(GrantTable table, StationGrant grant, long votedBy) {}

    private final Deque<Delivered> delivered = new ArrayDeque<>();
    private int boot;

    /** The station started: grants for votes of before are void. */
    void booted(int itsBoot) {
        boot = itsBoot;
        delivered.clear();
    }

    /** A table arrived that is authentic, if maybe old. */
    void arrived(GrantTable table, int firstSocket, OwnClock clock, long now) {
        for (StationGrant grant : table.stations()) {
            if (grant.firstSocket() == firstSocket && grant.isOfBoot(boot)) {
                long voted = Math.min(now, clock.latestTruthOf(grant.stamp(), now));
                if (now - voted < LEASE + OwnClock.WORST_PPM) {
                    delivered.addFirst(new Delivered(table, grant, voted));
                }
            }
        }
        while (!delivered.isEmpty() && now - delivered.getLast().votedBy > 2 * DOWN_AFTER) {
            delivered.removeLast();
        }
    }

    /** Whether a socket was granted this much on all these phases, for a vote of no longer ago than this. */
    boolean allows(int socket, int milliampere, int phases, long within, long now) {
        for (Delivered one : delivered) {
            if (now - one.votedBy <= within && socket < one.grant.sockets().size()) {
                SocketGrant granted = one.grant.sockets().get(socket);
                if (granted.milliampere() >= milliampere && (phases & ~granted.phases()) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number of the station whose grant is the newest that still holds. */
    Optional<Integer> holdsLeaseOf(long now) {
        for (Delivered one : delivered) {
            if (now - one.votedBy < LEASE) {
                return Optional.of(one.table.header().sender());
            }
        }
        return Optional.empty();
    }

    /** What a grant said of a socket. */
    record Applied(long votedBy, int milliampere) {}

    /** The grant with a sequence number from a station, if it was delivered not long ago. */
    Optional<Applied> applied(int socket, int sender, int sequence) {
        for (Delivered one : delivered) {
            if (one.table.header().sender() == sender && one.table.header().sequence() == sequence) {
                return Optional.of(
                        new Applied(one.votedBy, one.grant.sockets().get(socket).milliampere()));
            }
        }
        return Optional.empty();
    }
}
