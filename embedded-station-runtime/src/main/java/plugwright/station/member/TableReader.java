package plugwright.station.member;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.RememberedVehicle;
import plugwright.wire.scn.StationGrant;

/**
 * What a grant table does to a member that follows its sender: the lease it brings, what it says of the vehicles here,
 * and what is shown of the network.
 */
final class TableReader {

    private static final List<Integer> NOTHING = List.of(0, 0, 0);

    private final MemberIdentity me;
    private final Lease lease;
    private final OwnSockets own;
    private int firstSocket;
    private @Nullable GrantTable table;
    /** This station's entry in it. */
    private @Nullable StationGrant mine;
    private long heardAt = Timers.NEVER;

    TableReader(MemberIdentity me, int firstSocket, Lease lease, OwnSockets own) {
        this.me = me;
        this.firstSocket = firstSocket;
        this.lease = lease;
        this.own = own;
    }

    /** Another place in the network. */
    void place(int itsFirstSocket) {
        firstSocket = itsFirstSocket;
        GrantTable known = table;
        mine = known == null ? null : entry(known);
    }

    private @Nullable StationGrant entry(GrantTable its) {
        List<StationGrant> stations = its.stations();
        for (int i = 0; i < stations.size(); i++) {
            StationGrant station = stations.get(i);
            if (station.firstSocket() == firstSocket) {
                return station;
            }
        }
        return null;
    }

    /**
     * Takes a table of whom the member follows.
     *
     * @param since the moment from which votes went to that one
     * @return whether a grant was applied
     */
    boolean take(GrantTable its, long since, long now) {
        table = its;
        heardAt = now;
        StationGrant grant = entry(its);
        mine = grant;
        if (grant == null || !lease.apply(grant, me.boot(), its.header().sequence(), since, now)) {
            return false;
        }
        long voted = Stamps.full(grant.stamp(), now);
        for (RememberedVehicle vehicle : its.remembered()) {
            int socket = vehicle.socket() - firstSocket;
            if (socket >= 0 && socket < own.count()) {
                own.remember(socket, vehicle.memory(), voted);
            }
        }
        return true;
    }

    /** What the coordinator said decided about a socket, while its lease holds. */
    Optional<GrantReason> reason(int socket) {
        StationGrant grant = mine;
        return grant == null || socket >= grant.sockets().size() || lease.basis() != LimitBasis.GRANTED
                ? Optional.empty()
                : Optional.of(grant.sockets().get(socket).reason());
    }

    /** In how many ms the turns of the network end, as far as it was heard. */
    OptionalInt turnEnds(long now) {
        GrantTable heard = table;
        if (heard == null || heard.turnEndsMillis().isEmpty()) {
            return OptionalInt.empty();
        }
        long left = heardAt + heard.turnEndsMillis().getAsInt() - now;
        return left > 0 ? OptionalInt.of((int) left) : OptionalInt.empty();
    }

    /** What the network may use, in mA on L1, L2, L3, as last heard. */
    List<Integer> total() {
        GrantTable heard = table;
        return heard == null ? NOTHING : heard.total();
    }

    /** What is kept for stations that are not heard, likewise. */
    List<Integer> reserved() {
        GrantTable heard = table;
        return heard == null ? NOTHING : heard.reserved();
    }
}
