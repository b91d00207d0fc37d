package plugwright.station.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plugwright.model.PhaseCurrents;
import plugwright.model.SocketNumber;
import plugwright.model.VehicleClass;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.GridShare;
import plugwright.station.engine.Lease;
import plugwright.station.engine.Reach;
import plugwright.station.engine.SocketStanding;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.Suspension;
import plugwright.station.member.LimitBasis;
import plugwright.station.member.MemberEffect;
import plugwright.station.member.ScnMember;
import plugwright.station.member.SocketReport;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.Source;

/**
 * One running station and its membership: what its sockets are goes to the member, what the member allows goes to the
 * sockets in the same instant. Moments are of the member's clock. Not thread-safe: one owner.
 */
public final class NetworkedStation {

    /** Above every class on the wire. */
    private static final int CLASSES = 3;

    private static final long MILLIS = 1_000;

    private final World world;
    private final Consumer<WorldCommand> commands;
    private final ScnMember member;
    private final List<Seat> seats = new ArrayList<>();
    private Suspension suspension = Suspension.NONE;
    private Contact contact = Contact.RELEASED;
    private GridShare passed = new GridShare.NotRead();
    private PhaseCurrents taken = PhaseCurrents.ZERO;

    /**
     * What the member allows a socket, in mA, and why.
     *
     * @param total what the network may use on its lowest phase
     * @param turnEnds second of the site's clock in which the turns end, where it waits for one; else 0
     */
    private record Allowed(
            int l1,
            int l2,
            int l3,
            int limit,
            VehicleClass vehicleClass,
            LimitBasis basis,
            GrantReason reason,
            int total,
            int turnEnds) {}

    /** A socket as it was last told to the one side and the other. */
    private static final class Seat {
        private final SocketNumber number;
        private @Nullable SocketStanding reported;
        /** When its vehicle was plugged in, on the member's clock: one moment a vehicle, or it counts as another. */
        private long pluggedAt;
        private @Nullable Allowed allowed;

        Seat(SocketNumber number) {
            this.number = number;
        }
    }

    /**
     * Joins a world whose station has just started with a member that has just started: tells 0 from here on.
     *
     * @param commands takes what is to happen in the world, at once
     * @param now by the member's clock
     */
    public NetworkedStation(World world, Consumer<WorldCommand> commands, ScnMember member, long now) {
        this.world = world;
        this.commands = commands;
        this.member = member;
        for (int i = 0; i < world.settings().sockets(); i++) {
            seats.add(new Seat(SocketNumber.values()[i]));
        }
        apply(now);
    }

    public ScnMember member() {
        return member;
    }

    public World world() {
        return world;
    }

    /** The station's own suspend contact opened or closed; the station says why it is not used where it reads P1. */
    public void contact(Contact its, long now) {
        if (its == Contact.SUSPENDED && world.settings().isReadingP1()) {
            commands.accept(new WorldCommand.FromOutside(new StationEvent.SuspensionChanged(Suspension.BY_CONTACT)));
            return;
        }
        contact = its;
        member.contact(its, now);
    }

    /** Takes a packet of the network; whether {@link #act} has something to do because of it. */
    public boolean receive(ScnPacket packet, long now) {
        member.receive(packet, now);
        return packet instanceof GrantTable || member.due(now) <= now;
    }

    /**
     * Brings both sides to the same: to be called after the world went on, after a packet that wants it, and when
     * {@link ScnMember#due} says.
     *
     * @return what the member wants done
     */
    public List<MemberEffect> act(long now) {
        report(now);
        passOn(now);
        List<MemberEffect> effects = member.step(now);
        if (apply(now)) {
            // What was lowered is said with the limit, and a vehicle that must follow first.
            report(now);
        }
        return effects;
    }

    /** What a meter or energy management leaves that the station reads for all. */
    private void passOn(long now) {
        if (world.settings().activeBalancing().filter(NetworkedStation::seesAll).isPresent()) {
            PhaseCurrents drawn = PhaseCurrents.ofMilliampere(
                    member.drawn(0, now), member.drawn(1, now), member.drawn(2, now));
            if (!drawn.equals(taken)) {
                taken = drawn;
                commands.accept(new WorldCommand.FromOutside(new StationEvent.NetworkDrawn(drawn)));
            }
        }
        GridShare share = world.gridShare();
        if (!share.equals(passed)) {
            passed = share;
            member.source(sourceOf(share), now);
        }
    }

    private static boolean seesAll(ActiveBalancing by) {
        return by.reach() == Reach.NETWORK && by.includes() == ActiveBalancing.Includes.STATION;
    }

    private static Source sourceOf(GridShare share) {
        return switch (share) {
            case GridShare.NotRead() -> new Source.None();
            case GridShare.Lost(int meter) -> new Source.Lost(meter);
            case GridShare.Left(PhaseCurrents left, int meter, long _) -> new Source.Available(
                    positive(left.l1().milliampere()), positive(left.l2().milliampere()),
                    positive(left.l3().milliampere()), 0, meter);
        };
    }

    private void report(long now) {
        for (Seat seat : seats) {
            SocketStanding standing = world.standing(seat.number);
            SocketStanding before = seat.reported;
            if (!standing.equals(before)) {
                if (before == null || !before.plugged().equals(standing.plugged())) {
                    seat.pluggedAt = now - standing.plugged().map(world.steady()::millisSince).orElse(0L);
                }
                seat.reported = standing;
                member.report(seat.number.index(), reportOf(standing, seat.pluggedAt), now);
            }
        }
    }

    private static SocketReport reportOf(SocketStanding standing, long pluggedAt) {
        PhaseCurrents drawn = standing.drawn();
        return new SocketReport(
                use(standing),
                switch (standing.contactor()) {
                    case OPEN -> SocketVote.Contactor.OPEN;
                    case CLOSED -> SocketVote.Contactor.CLOSED;
                },
                standing.told(),
                switch (standing.following()) {
                    case SURE -> SocketVote.Following.SURE;
                    case NOT_SURE -> SocketVote.Following.NOT_SURE;
                },
                standing.connected(),
                standing.counted(),
                standing.cap(),
                standing.capKind(),
                positive(drawn.l1().milliampere()),
                positive(drawn.l2().milliampere()),
                positive(drawn.l3().milliampere()),
                pluggedAt);
    }

    private static SocketVote.Use use(SocketStanding standing) {
        if (standing.plugged().isEmpty()) {
            return SocketVote.Use.FREE;
        }
        return switch (standing.vehicle()) {
            case A, B -> SocketVote.Use.PLUGGED;
            case C -> SocketVote.Use.ASKING;
        };
    }

    private static int positive(int milliampere) {
        return Math.max(0, milliampere);
    }

    /** Hands on what the member allows; true where that was news. */
    private boolean apply(long now) {
        boolean changed = suspend();
        for (Seat seat : seats) {
            Allowed allowed = allowed(seat, now);
            if (!allowed.equals(seat.allowed)) {
                seat.allowed = allowed;
                commands.accept(new WorldCommand.FromOutside(
                        new StationEvent.Leased(seat.number, Optional.of(leaseOf(allowed)))));
                changed = true;
            }
        }
        return changed;
    }

    private boolean suspend() {
        boolean byNetwork = member.reason(0).filter(r -> r == GrantReason.SUSPENDED).isPresent();
        Suspension wanted = contact == Contact.SUSPENDED
                ? Suspension.BY_CONTACT
                : byNetwork ? Suspension.BY_NETWORK : Suspension.NONE;
        if (wanted == suspension) {
            return false;
        }
        suspension = wanted;
        commands.accept(new WorldCommand.FromOutside(new StationEvent.SuspensionChanged(wanted)));
        return true;
    }

    private Allowed allowed(Seat seat, long now) {
        int socket = seat.number.index();
        int limit = member.limit(socket);
        GrantReason reason = member.reason(socket).orElse(GrantReason.SHARED);
        return new Allowed(
                Math.min(limit, member.lease(socket, 0)),
                Math.min(limit, member.lease(socket, 1)),
                Math.min(limit, member.lease(socket, 2)),
                limit,
                classOf(member.memory(socket).vehicleClass()),
                member.basis(),
                reason,
                Math.min(member.total(0), Math.min(member.total(1), member.total(2))),
                reason == GrantReason.WAITING_TURN ? turnEnds(seat, now) : 0);
    }

    /** Tables say it anew each second: a second to and fro is no other moment. */
    private int turnEnds(Seat seat, long now) {
        long end = world.now().millis() + member.turnEndsIn(now).orElse(0);
        int second = (int) Math.floorDiv(end + MILLIS / 2, MILLIS);
        int before = seat.allowed == null ? 0 : seat.allowed.turnEnds;
        return Math.abs((long) second - before) <= 1 ? before : second;
    }

    private static Lease leaseOf(Allowed allowed) {
        return new Lease(
                PhaseCurrents.ofMilliampere(allowed.l1, allowed.l2, allowed.l3),
                allowed.vehicleClass,
                Whys.of(allowed.basis, allowed.reason, allowed.limit, allowed.total, allowed.turnEnds));
    }

    private static VehicleClass classOf(int onTheWire) {
        return VehicleClass.values()[Math.min(onTheWire, CLASSES - 1)];
    }
}
