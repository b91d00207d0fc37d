package plugwright.station.sim.net;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plugwright.station.engine.SocketLook;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.StationGrant;

/**
 * What must hold in a network that has been left alone for a while: I4, I5, I6, I8 and I10. The fair optimum is not
 * computed but recognized: everybody has his cap, or a full phase on which nobody above his own floor has more.
 */
final class SettledChecks {

    /** I8: all hold leases of one coordinator this long after the last fault; I10 likewise. */
    static final long HEALED_AFTER = 30_000;

    /** I5, I6 and I8 speak of what holds this long after the last change. */
    static final long SETTLED_AFTER = 60_000;

    /** Who stands at 0 is started by what there was in the whole of a minute: then one decision more, and its table. */
    private static final long STARTED_AFTER = SETTLED_AFTER + 1_000;

    /** Often enough for what must hold for minutes. */
    private static final long EVERY = 1_000;

    /** I4: each vehicle newly plugged in meanwhile adds its probe, with lowering before and raising after. */
    private static final long PROBE_MILLIS = 80_000;

    /** I4: a pause of 60 s, lowering first, raising later. */
    private static final long WAIT_MARGIN = 90_000;

    private static final Set<GrantReason> UNSETTLED =
            EnumSet.of(GrantReason.PROBING, GrantReason.PROBE_TEST, GrantReason.WAITING_FOR_PROBE);

    private final NetworkWorld world;
    private final NetworkInvariants invariants;
    private long unsettledAt = SocketTruth.NEVER;
    private long soundSince;
    private boolean everFaulty;
    private long changedAt;
    private long plugged;
    private long period;
    private boolean suspended;
    private long nextCheck;
    private long fairChecks;
    private long healChecks;
    private Optional<GrantTable> table = Optional.empty();

    SettledChecks(NetworkWorld world, NetworkInvariants invariants) {
        this.world = world;
        this.invariants = invariants;
        this.period = world.station(0).memberSettings().alternatingPeriod().toMillis();
    }

    /** Something is wrong with the network or a station from here on, or no longer. */
    void faults(boolean any, long now) {
        everFaulty |= any;
        soundSince = any ? Long.MAX_VALUE : now;
        invariants.faults(any, now);
        world.totals().faults(any, now);
        changed(now);
    }

    void suspended(boolean is, long now) {
        suspended = is;
        changed(now);
    }

    /** An input changed. */
    void changed(long now) {
        changedAt = now;
    }

    void plugged(long now) {
        plugged += PROBE_MILLIS;
        changed(now);
    }

    /** How often the optimum was looked for, and whether all hold leases of one: a run that never did shows nothing. */
    long fairChecks() {
        return fairChecks;
    }

    long healChecks() {
        return healChecks;
    }

    void seen(SocketTruth socket, SocketLook look, boolean asks, long now) {
        boolean starts = (socket.told > 0) != (look.told() > 0);
        if (socket.vehicleClass != look.vehicleClass() || socket.asks != asks || starts
                || socket.counted != look.phases()) {
            changed(now);
        }
        socket.vehicleClass = look.vehicleClass();
        socket.asks = asks;
    }

    /** A coordinator granted. */
    void granted(GrantTable its, long now) {
        // Another total and another reserve are changes of what there is to share.
        if (table.filter(t -> t.total().equals(its.total()) && t.reserved().equals(its.reserved())).isEmpty()) {
            changed(now);
        }
        table = Optional.of(its);
        for (StationGrant station : its.stations()) {
            for (int i = 0; i < station.sockets().size(); i++) {
                GrantReason reason = station.sockets().get(i).reason();
                note(of(station.firstSocket() + i), reason, now);
            }
        }
        boolean held = its.stations().stream()
                .flatMap(s -> s.sockets().stream())
                .anyMatch(g -> g.reason() == GrantReason.RESERVED);
        if (!everFaulty && now > HEALED_AFTER && held) {
            invariants.broken(NetworkInvariant.I10_NOTHING_RESERVED, now, "room is held back for others");
        }
        if (!everFaulty && now > HEALED_AFTER && its.reserved().stream().anyMatch(r -> r != 0)) {
            invariants.broken(NetworkInvariant.I10_NOTHING_RESERVED, now, its.reserved() + " mA reserved");
        }
    }

    private void note(Optional<SocketTruth> socket, GrantReason reason, long now) {
        if (UNSETTLED.contains(reason)) {
            unsettledAt = now;
        }
        socket.filter(s -> s.reason.filter(r -> r == reason).isEmpty()).ifPresent(s -> {
            s.reason = Optional.of(reason);
            changed(now);
        });
    }

    private Optional<SocketTruth> of(int id) {
        List<SocketTruth> all = invariants.sockets();
        // Where nobody left ids are places.
        if (id < all.size() && all.get(id).id == id) {
            return Optional.of(all.get(id));
        }
        return all.stream().filter(s -> s.id == id).findFirst();
    }

    void check(long now) {
        if (now < nextCheck) {
            return;
        }
        nextCheck = now + EVERY;
        boolean sound = soundSince != Long.MAX_VALUE;
        if (sound && now - soundSince > HEALED_AFTER) {
            checkHealed(now);
        }
        for (SocketTruth socket : invariants.sockets()) {
            checkWait(socket, sound, now);
            if (sound && now - soundSince > HEALED_AFTER) {
                checkCalm(socket, now);
            }
        }
        long settled = now - Math.max(Math.max(changedAt, soundSince), unsettledAt);
        if (sound && !suspended && settled > SETTLED_AFTER) {
            fairChecks++;
            checkFair(settled, now);
        }
    }

    private void checkHealed(long now) {
        healChecks++;
        Optional<Integer> one = Optional.empty();
        for (int i = 0; i < world.size(); i++) {
            if (!world.isPresent(i)) {
                continue;
            }
            Optional<Integer> its = invariants.book(i).holdsLeaseOf(now);
            one = one.isEmpty() ? its : one;
            if (its.isEmpty() || !its.equals(one)) {
                invariants.broken(NetworkInvariant.I8_HEALS, now, "station " + i
                        + (its.isEmpty() ? " holds no lease" : " holds the lease of another coordinator") + ", "
                        + (now - soundSince) / 1_000 + " s after the last fault");
                return;
            }
        }
    }

    private void checkWait(SocketTruth socket, boolean sound, long now) {
        boolean waits = socket.plugged && socket.asks && socket.told == 0 && sound && !suspended && fitsAlone(socket);
        if (!waits) {
            socket.waitingSince = SocketTruth.NEVER;
            return;
        }
        if (socket.waitingSince == SocketTruth.NEVER) {
            socket.waitingSince = now;
            socket.pluggedBefore = plugged;
        }
        long plugs = plugged - socket.pluggedBefore;
        long inUse = invariants.sockets().stream().filter(s -> s.plugged).count();
        // A period in which it stood at 0 for no more than half does not count as waited.
        long turns = (inUse - 1) * (period + period / 2);
        long waited = now - Math.max(socket.waitingSince, soundSince);
        if (waited > turns + inUse * PROBE_MILLIS + plugs + WAIT_MARGIN) {
            invariants.broken(NetworkInvariant.I4_NOBODY_STARVES, now,
                    "socket " + socket.id + " has waited for " + waited / 1_000 + " s: " + socket.reason);
        }
    }

    private void checkCalm(SocketTruth socket, long now) {
        boolean constant = now - changedAt > SETTLED_AFTER;
        if (constant && now - socket.oldestOfChanges() < SETTLED_AFTER) {
            invariants.broken(NetworkInvariant.I6_CALM, now, "socket " + socket.id + " was told more than "
                    + SocketTruth.CALM_CHANGES + " new limits in a minute in which nothing changed");
        }
    }

    private int limit(int phase) {
        return invariants.total(phase).now();
    }

    private boolean fitsAlone(SocketTruth socket) {
        boolean fits = socket.cap >= socket.floor();
        for (int phase = 0; phase < SocketTruth.PHASES; phase++) {
            fits &= (socket.counted >> phase & 1) == 0 || limit(phase) >= socket.floor();
        }
        return fits;
    }

    private void checkFair(long settled, long now) {
        for (SocketTruth socket : invariants.sockets()) {
            if (!socket.plugged || !fitsAlone(socket)) {
                continue;
            }
            if (socket.told > 0 && socket.told < socket.cap && !isAtBottleneck(socket)) {
                invariants.broken(NetworkInvariant.I5_FAIR, now, "socket " + socket.id + " is told " + socket.told
                        + " mA and could have more: " + socket.reason + table.map(t -> ", reserved " + t.reserved()));
            }
            if (socket.told == 0 && socket.asks && settled > STARTED_AFTER && !isFull(socket)) {
                invariants.broken(NetworkInvariant.I5_FAIR, now, "socket " + socket.id
                        + " is told nothing though it fits: " + socket.reason);
            }
        }
    }

    /** Whether somewhere all is given away and nobody above his own floor has more than this one. */
    private boolean isAtBottleneck(SocketTruth socket) {
        for (int phase = 0; phase < SocketTruth.PHASES; phase++) {
            if ((socket.counted >> phase & 1) == 0) {
                continue;
            }
            if (isBottleneck(socket, invariants.sockets(), phase, limit(phase))
                    || isBottleneck(socket, invariants.socketsOf(socket.station), phase,
                            invariants.stationMaximum(socket.station))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBottleneck(
            SocketTruth socket, List<SocketTruth> group, int phase, int limit) {
        long sum = 0;
        int served = 0;
        boolean someoneHasMore = false;
        for (SocketTruth other : group) {
            if ((other.counted >> phase & 1) != 0 && other.told > 0) {
                sum += other.told;
                served++;
                someoneHasMore |= other.told > socket.told + 1 && other.told > other.floor();
            }
        }
        // Each is told whole milliampere, rounded down.
        // What is left over is shared once more: who leaves what he has unused may then have less than others.
        return limit - sum <= served && (socket.hasItsDemand() || !someoneHasMore);
    }

    /** Whether its floor does not fit beside the floors of those who are served. */
    private boolean isFull(SocketTruth socket) {
        for (int phase = 0; phase < SocketTruth.PHASES; phase++) {
            if ((socket.counted >> phase & 1) == 0) {
                continue;
            }
            if (floors(invariants.sockets(), phase) + socket.floor() > limit(phase)
                    || floors(invariants.socketsOf(socket.station), phase) + socket.floor()
                            > invariants.stationMaximum(socket.station)) {
                return true;
            }
        }
        return false;
    }

    private static long floors(List<SocketTruth> group, int phase) {
        return group.stream()
                .filter(s -> (s.counted >> phase & 1) != 0 && s.told > 0)
                .mapToLong(SocketTruth::floor)
                .sum();
    }
}
