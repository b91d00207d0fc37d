package plugwright.station.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.LimitReason;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.model.VehicleClass;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.engine.Lease;
import plugwright.station.engine.NetworkLook;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.Suspension;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.VehicleMemory;

/**
 * Ties a station's engine and its membership together: what the engine knows goes to the member, what the member may
 * tell goes to the engine. After each event of either side: {@link #report}, {@link ScnMember#step}, and let the
 * engine take {@link #changes}.
 */
public final class StationTie {

    private static final int MILLIS = 1_000;

    private final ScnMember member;
    private final Lease[] given;
    private Contact contact = Contact.RELEASED;
    private Suspension suspension = Suspension.NONE;

    public StationTie(ScnMember member) {
        this.member = member;
        this.given = new Lease[member.settings().place().sockets()];
    }

    public ScnMember member() {
        return member;
    }

    /** The station's own suspend contact. */
    public void contact(Contact its, long now) {
        contact = its;
        member.contact(its, now);
    }

    /** Tells the member what the engine knows of the sockets. */
    public void report(StationEngine engine, long now) {
        for (int i = 0; i < given.length && engine.isUp(); i++) {
            member.report(i, reportOf(engine.networkLook(SocketNumber.values()[i])), now);
        }
    }

    private static SocketReport reportOf(NetworkLook look) {
        return new SocketReport(
                SocketVote.Use.values()[look.use().ordinal()],
                look.contactor() == ContactorState.OPEN ? SocketVote.Contactor.OPEN : SocketVote.Contactor.CLOSED,
                look.told(),
                look.vehicle() == NetworkLook.Vehicle.FOLLOWED
                        ? SocketVote.Following.SURE
                        : SocketVote.Following.NOT_SURE,
                look.connected(),
                look.counted(),
                look.cap(),
                look.capKind(),
                Math.max(0, look.onGrid().l1().milliampere()),
                Math.max(0, look.onGrid().l2().milliampere()),
                Math.max(0, look.onGrid().l3().milliampere()),
                look.pluggedAt());
    }

    /** What the engine has to be told now: leases that are others than before, and the network's suspension. */
    public List<StationEvent> changes(long now) {
        List<StationEvent> events = new ArrayList<>(0);
        for (int i = 0; i < given.length; i++) {
            Lease lease = lease(i, now);
            if (!lease.equals(given[i])) {
                given[i] = lease;
                events.add(new StationEvent.Leased(SocketNumber.values()[i], Optional.of(lease)));
            }
        }
        Suspension wanted = suspension();
        if (wanted != suspension) {
            suspension = wanted;
            events.add(new StationEvent.SuspensionChanged(wanted));
        }
        return events;
    }

    private Suspension suspension() {
        if (contact == Contact.SUSPENDED) {
            return Suspension.BY_CONTACT;
        }
        return member.reason(0).filter(r -> r == GrantReason.SUSPENDED).isPresent()
                ? Suspension.BY_NETWORK
                : Suspension.NONE;
    }

    private Lease lease(int socket, long now) {
        int onL1 = member.tellable(socket, 0);
        int onL2 = member.tellable(socket, 1);
        int onL3 = member.tellable(socket, 2);
        int most = Math.max(onL1, Math.max(onL2, onL3));
        return new Lease(
                PhaseCurrents.ofMilliampere(onL1, onL2, onL3), classOf(member.memory(socket)), why(socket, most, now));
    }

    private static VehicleClass classOf(VehicleMemory memory) {
        return switch (memory.vehicleClass()) {
            case VehicleMemory.CLASS_FOURTEEN -> VehicleClass.FOURTEEN_AMPERE;
            case VehicleMemory.CLASS_SIX -> VehicleClass.SIX_AMPERE;
            default -> VehicleClass.UNKNOWN;
        };
    }

    private LimitReason why(int socket, int milliampere, long now) {
        return switch (member.basis()) {
            case STARTED -> LimitReason.of(ReasonKind.BOOTING);
            case CUT_OFF, SAFE -> LimitReason.of(ReasonKind.SAFE_CURRENT, milliampere);
            case PAUSED -> LimitReason.of(ReasonKind.NETWORK, 0);
            case GRANTED -> granted(member.reason(socket).orElse(GrantReason.CAP), milliampere, now);
        };
    }

    private LimitReason granted(GrantReason reason, int milliampere, long now) {
        return switch (reason) {
            case PROBING -> LimitReason.of(ReasonKind.PROBING, milliampere);
            case PROBE_TEST -> LimitReason.of(ReasonKind.PROBE_TEST, milliampere);
            case RISING -> LimitReason.of(ReasonKind.RISING, milliampere);
            case DEMAND -> LimitReason.of(ReasonKind.DEMAND, milliampere);
            case GAVE_PLACE -> LimitReason.of(ReasonKind.GAVE_PLACE);
            case SUSPENDED -> LimitReason.of(ReasonKind.SUSPENDED);
            case WAITING_TURN -> LimitReason.of(ReasonKind.WAITING_TURN, turnEnds(now));
            default -> LimitReason.of(ReasonKind.NETWORK, milliampere);
        };
    }

    /** The second in which the turns end; the table says it anew each time, a second to and fro is none. */
    private int turnEnds(long now) {
        long end = now + member.turnEndsIn(now).orElse(0);
        return (int) Math.floorDiv(end + MILLIS / 2, MILLIS);
    }
}
