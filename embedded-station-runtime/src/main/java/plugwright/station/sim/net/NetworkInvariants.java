package plugwright.station.sim.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.VehicleMemory;

/**
 * What must hold at every moment, whatever happens to the network: I1, I2, I3, I7 and I9. Goes by what vehicles are
 * told and draw, by what the settings say, and by the packets that were sent and delivered; never by what members
 * think. Keeps the first breach with the last things that happened before it.
 */
final class NetworkInvariants {

    /** I1: a fallen limit is told everywhere by then where all are reached: 0.25 s, a tick, and one of another clock. */
    static final long TOLD_AFTER = 250 + 200 + 10;

    /** I1: and by then where some are not. */
    static final long TOLD_AFTER_SILENCE = 15_000;

    /** I2: vehicles have followed this long after they were told. */
    private static final long FOLLOWED_AFTER = 6_000;

    /** I7: who was told less than the safe current does not rise for so long. */
    private static final long NO_RISE = 21_000;

    /** A minute of a busy network. */
    private static final int TRACE_LINES = 40;

    private static final int PHASES = SocketTruth.PHASES;

    private record Traced(long at, Supplier<String> what) {}

    private final List<SocketTruth> sockets = new ArrayList<>();
    private final List<List<SocketTruth>> ofStation = new ArrayList<>();
    private final List<GrantBook> books = new ArrayList<>();
    private final List<Integer> stationMaximum = new ArrayList<>();
    private final List<Boolean> leads = new ArrayList<>();
    private final LimitInForce[] total = new LimitInForce[PHASES];
    private final long[] told = new long[PHASES];
    private final long[] drawn = new long[PHASES];
    private final Deque<Traced> trace = new ArrayDeque<>();
    private int leaders;
    private int disobedient;
    private boolean faulty;
    private long faultyUntil = SocketTruth.NEVER;
    private @Nullable NetworkBreach breach;

    NetworkInvariants(int totalMilliampere) {
        for (int phase = 0; phase < PHASES; phase++) {
            total[phase] = new LimitInForce(totalMilliampere);
        }
    }

    /** Adds a station, in order. */
    void station(int firstSocket, int count, int maximum) {
        List<SocketTruth> its = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            its.add(new SocketTruth(firstSocket + i, ofStation.size(), i));
        }
        sockets.addAll(its);
        ofStation.add(its);
        books.add(new GrantBook());
        stationMaximum.add(maximum);
        leads.add(false);
    }

    List<SocketTruth> sockets() {
        return sockets;
    }

    List<SocketTruth> socketsOf(int station) {
        return ofStation.get(station);
    }

    GrantBook book(int station) {
        return books.get(station);
    }

    int stationMaximum(int station) {
        return stationMaximum.get(station);
    }

    Optional<NetworkBreach> breach() {
        return Optional.ofNullable(breach);
    }

    /** The limit of the network on a phase, 0 to 2. */
    LimitInForce total(int phase) {
        return total[phase];
    }

    /** Limits are allowed as long to follow as with faults from here on, or, later, no more. */
    void faults(boolean any, long now) {
        faulty = any;
        faultyUntil = any ? Long.MAX_VALUE : now + TOLD_AFTER_SILENCE;
    }

    void remember(long now, Supplier<String> what) {
        trace.add(new Traced(now, what));
        if (trace.size() > TRACE_LINES) {
            trace.removeFirst();
        }
    }

    void booted(int station, int boot, long now) {
        books.get(station).booted(boot);
        for (SocketTruth socket : ofStation.get(station)) {
            socket.leaseFrom = now;
            socket.leaseAmount = 0;
        }
    }

    /** A grant table came to a station, its own included. */
    void delivered(int station, GrantTable table, OwnClock clock, long now) {
        if (ofStation.get(station).getFirst().id == SocketTruth.NOT_OF_IT) {
            return;
        }
        int first = ofStation.get(station).getFirst().id;
        books.get(station).arrived(table, first, clock, now);
    }

    /** A station said what it applied last: that counts while it still holds. */
    void said(int station, Heartbeat heartbeat, long now) {
        for (SocketTruth socket : ofStation.get(station)) {
            socket.demand = SocketTruth.DEMAND_STEP
                    * VehicleMemory.demandOf(heartbeat.sockets().get(socket.place).memory());
        }
        heartbeat.ballot().ifPresent(b -> {
            for (SocketTruth socket : ofStation.get(station)) {
                books.get(station).applied(socket.place, b.sender(), b.applied()).filter(a -> now - a.votedBy() < GrantBook.LEASE).ifPresent(a -> {
                    socket.leaseFrom = Math.max(socket.leaseFrom, a.votedBy());
                    socket.leaseAmount = a.milliampere();
                });
            }
        });
    }

    /** Whether a station may grant, as it was looked at last. */
    boolean leads(int station) {
        return leads.get(station);
    }

    /** Whether a station may grant. */
    void authority(int station, boolean held, long now) {
        if (leads.get(station) == held) {
            return;
        }
        leads.set(station, held);
        leaders += held ? 1 : -1;
        remember(now, () -> "station " + station + (held ? " has authority" : " has no authority"));
        if (leaders > 1) {
            broken(NetworkInvariant.I9_ONE_COORDINATOR, now, leaders + " coordinators with authority");
        }
    }

    void vehicle(SocketTruth socket, boolean plugged, boolean obedient) {
        disobedient += (obedient ? 0 : 1) - (socket.obedient ? 0 : 1);
        socket.plugged = plugged;
        socket.obedient = obedient;
    }

    /** What a vehicle draws on a phase now, in mA. */
    void draws(SocketTruth socket, int phase, int milliampere) {
        drawn[phase] += milliampere - socket.drawn[phase];
        socket.drawn[phase] = milliampere;
    }

    /** What a vehicle is told now, in mA, on the grid phases that count for it. */
    void tells(SocketTruth socket, int milliampere, int counted, long now) {
        if (socket.told == milliampere && socket.counted == counted) {
            return;
        }
        for (int phase = 0; phase < PHASES; phase++) {
            told[phase] += on(milliampere, counted, phase) - on(socket.told, socket.counted, phase);
        }
        int before = socket.told;
        socket.told = milliampere;
        socket.counted = counted;
        if (before != milliampere) {
            socket.toldChanged(now);
            remember(now, () -> "socket " + socket.id + " told " + before + " -> " + milliampere);
        }
        if (milliampere > before) {
            checkRise(socket, now);
        }
    }

    private static int on(int milliampere, int counted, int phase) {
        return (counted >> phase & 1) != 0 ? milliampere : 0;
    }

    /** A vehicle that comes, or a contact that is released, takes what its socket may tell anyway: that is no rise. */
    private void checkRise(SocketTruth socket, long now) {
        boolean granted = books.get(socket.station)
                .allows(socket.place, socket.told, socket.counted, GrantBook.DOWN_AFTER, now);
        if (granted) {
            // What it tells it has applied, also where it stands still before it can say so.
            socket.leaseAmount = Math.max(socket.leaseAmount, socket.told);
        } else if (socket.told <= socket.safe
                && socket.told > socket.leaseAmount
                && now - socket.leaseFrom < NO_RISE) {
            broken(
                    NetworkInvariant.I7_CUT_OFF, now,
                    "socket " + socket.id + " rose to " + socket.told + " mA without a grant, "
                            + (now - socket.leaseFrom) + " ms after its last lease or start");
        }
    }

    /** Checks what an event at a station may have broken. */
    void check(int station, long now) {
        for (int phase = 0; phase < PHASES; phase++) {
            checkPhase(phase, now);
        }
        long[] ofIt = new long[PHASES];
        for (SocketTruth socket : ofStation.get(station)) {
            checkSocket(socket, now);
            for (int phase = 0; phase < PHASES; phase++) {
                ofIt[phase] += on(socket.told, socket.counted, phase);
            }
        }
        for (int phase = 0; phase < PHASES; phase++) {
            if (ofIt[phase] > stationMaximum.get(station)) {
                broken(NetworkInvariant.I1_TOLD, now, ofIt[phase] + " mA told on L" + (phase + 1) + " of station "
                        + station + ", maximum " + stationMaximum.get(station));
            }
        }
    }

    private void checkPhase(int phase, long now) {
        boolean unreached = faulty || now < faultyUntil;
        long follows = unreached ? TOLD_AFTER_SILENCE : TOLD_AFTER;
        LimitInForce limit = total[phase];
        if (told[phase] > limit.now() && told[phase] > allowed(phase, limit.highestWithin(follows, now), now)) {
            broken(NetworkInvariant.I1_TOLD, now, told[phase] + " mA told on L" + (phase + 1) + ", limit "
                    + limit.now() + ": " + listed(phase));
        }
        if (disobedient == 0 && drawn[phase] > limit.now()
                && drawn[phase] > allowed(phase, limit.highestWithin(follows + FOLLOWED_AFTER, now), now)) {
            broken(NetworkInvariant.I2_DRAWN, now, drawn[phase] + " mA drawn on L" + (phase + 1) + ", limit "
                    + limit.now());
        }
    }

    /** The limit, or what sockets that are cut off may be told whatever it is. */
    private long allowed(int phase, int limit, long now) {
        long safe = 0;
        for (SocketTruth socket : sockets) {
            boolean cutOff = books.get(socket.station).holdsLeaseOf(now).isEmpty();
            safe += cutOff && (socket.counted >> phase & 1) != 0 ? socket.safe : 0;
        }
        return Math.max(limit, safe);
    }

    private String listed(int phase) {
        StringBuilder list = new StringBuilder();
        for (SocketTruth socket : sockets) {
            if (on(socket.told, socket.counted, phase) > 0) {
                list.append(list.isEmpty() ? "" : ", ").append(socket.id).append(": ").append(socket.told);
            }
        }
        return list.toString();
    }

    private void checkSocket(SocketTruth socket, long now) {
        if (socket.told != 0 && (socket.told < socket.floor() || socket.told > socket.cap)) {
            broken(NetworkInvariant.I3_USABLE, now, socket.told + " mA told to socket " + socket.id + ", floor "
                    + socket.floor() + ", cap " + socket.cap);
        }
        boolean held = socket.told <= socket.safe
                || books.get(socket.station)
                        .allows(socket.place, socket.told, socket.counted, GrantBook.DOWN_AFTER, now);
        if (!held) {
            broken(NetworkInvariant.I7_CUT_OFF, now, socket.told + " mA told to socket " + socket.id
                    + " without a grant for as much, safe " + socket.safe);
        }
    }

    void broken(NetworkInvariant invariant, long now, String what) {
        if (breach == null) {
            breach = new NetworkBreach(invariant, now, what, trace());
        }
    }

    /** The last things that happened, oldest first. */
    List<String> trace() {
        return trace.stream().map(t -> t.at + " ms: " + t.what.get()).toList();
    }
}
