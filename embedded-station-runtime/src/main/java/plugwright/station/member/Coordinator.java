package plugwright.station.member;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plugwright.station.control.ControlCore;
import plugwright.station.log.LogLevel;
import plugwright.station.member.SocketLedger.Said;
import plugwright.station.member.SocketLedger.Vehicle;
import plugwright.station.member.Voices.Meters;
import plugwright.station.member.Voices.TotalBasis;
import plugwright.wire.scn.Ballot;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.RememberedVehicle;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.SocketGrant;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.StationGrant;

/** What a station with authority does: from the votes it hears to the grants it gives. */
final class Coordinator {

    private MemberSettings settings;
    private final Membership members;
    private final Ledger ledger;
    private final Voices voices;
    private final int sockets;
    private final TablePace pace = new TablePace();
    private final int[] total = new int[Ledger.PHASES];
    private final int[] reserved = new int[Ledger.PHASES];
    private final int[] left = new int[Ledger.PHASES];
    private final SocketGrant[] grants;
    private @Nullable Takeover takeover;
    private NetworkControl control;
    private int rememberNext;
    private boolean urgent;
    private Meters meters = Meters.ONE;
    private Meters metersSaid = Meters.ONE;
    private long moment;

    Coordinator(MemberSettings settings, Membership members, long now) {
        this.settings = settings;
        this.members = members;
        this.sockets = settings.network().socketCount();
        this.ledger = new Ledger(sockets, settings.network().safeMilliampere());
        this.voices = new Voices(sockets);
        this.control = new NetworkControl(settings, now);
        this.grants = new SocketGrant[sockets];
    }

    /**
     * Authority was won: begins as a new one, whatever was before; only what may still be told is remembered.
     *
     * @param since votes for an earlier stamp bind nobody: who gave one may have followed another meanwhile
     */
    void begin(long since, long now) {
        Takeover begun = new Takeover(sockets, now);
        takeover = begun;
        control = new NetworkControl(settings, now);
        control.core().gate((socket, phases, amount) -> ledger.admit(socket, phases, amount, begun.budget(moment)));
        pace.begin(now);
        for (int first = 0; first < sockets; first++) {
            Heartbeat vote = voices.of(first);
            if (vote != null && voices.isHeard(first, now) && voices.echo(first) >= since) {
                enter(vote, now);
            }
        }
    }

    /** Others for what not all have to agree on. */
    void timing(MemberSettings changed, long now) {
        settings = changed;
        control.timing(changed, now);
    }

    /** Authority is gone. */
    void end() {
        takeover = null;
    }

    /** Our stamp that the last vote of a station echoes: one that echoes an earlier one is old, whoever sends it. */
    long echo(int firstSocket) {
        return voices.echo(firstSocket);
    }

    /** Takes a vote for this station. */
    void vote(Heartbeat vote, Ballot ballot, long echo, long now) {
        Heartbeat before = voices.of(vote.firstSocket());
        voices.take(vote, echo);
        for (int i = 0; i < vote.sockets().size(); i++) {
            SocketVote socket = vote.sockets().get(i);
            SocketLedger account = ledger.of(vote.firstSocket() + i);
            account.connected = socket.connected();
            account.vote(
                    new Said(socket.lease(), socket.leasePhases(), socket.promiseMillis(), ballot.applied()),
                    socket.following() == SocketVote.Following.SURE ? Vehicle.FOLLOWED : Vehicle.MAY_DRAW_MORE,
                    echo,
                    now);
        }
        if (takeover != null) {
            enter(vote, now);
            urgent |= before == null || Changes.matter(before, vote);
        }
    }

    private void enter(Heartbeat vote, long now) {
        for (int i = 0; i < vote.sockets().size() && takeover != null; i++) {
            int id = vote.firstSocket() + i;
            takeover.vote(id, ledger.of(id), now);
        }
        control.vote(vote, now);
    }

    /** When it wants to be asked again without waiting for the tick. */
    boolean isUrgent() {
        return urgent;
    }

    /** Says once when members read different meters, and when no more, by the last decision. */
    void say(List<MemberEffect> effects) {
        if (meters == metersSaid) {
            return;
        }
        metersSaid = meters;
        effects.add(switch (meters) {
            case TWO -> new MemberEffect.Log(
                    LogLevel.ERROR,
                    "Members of the network read different meters: total safe current of "
                            + settings.network().totalSafe() + " only");
            case ONE -> new MemberEffect.Log(LogLevel.INFO, "Members of the network read one meter again");
        });
    }

    /** Decides; true when a table is to be sent now. */
    boolean decide(long now) {
        moment = now;
        urgent = false;
        Takeover begun = takeover;
        if (begun == null || !begun.hasGathered(now)) {
            return false;
        }
        loseSilent(now);
        TotalBasis basis = voices.total(settings.network(), total, now);
        meters = voices.meters(now);
        ledger.open(now, total, members, begun);
        for (int phase = 0; phase < Ledger.PHASES; phase++) {
            reserved[phase] = ledger.reserved(phase, members);
            left[phase] = Math.max(0, total[phase] - reserved[phase]);
        }
        boolean suspended = voices.isSuspended(now);
        control.total(left, basis);
        control.decide(suspended, now);
        boolean changed = false;
        boolean open = false;
        for (int first = 0; first < sockets; first++) {
            Heartbeat vote = voices.of(first);
            if (vote != null && now - voices.echo(first) <= Timers.LEASE) {
                for (int i = 0; i < vote.sockets().size(); i++) {
                    changed |= grant(first + i, vote.sockets().get(i), suspended, begun, now);
                    open |= ledger.of(first + i).isLoweringOpen();
                }
            }
        }
        return pace.isTime(changed, open, now);
    }

    private void loseSilent(long now) {
        for (int id = 0; id < sockets; id++) {
            SocketLedger account = ledger.of(id);
            if (account.isSilent(now)) {
                control.lost(id);
                if (settings.network().generation() == 0) {
                    // Never initialized: nobody vouches that its mapping is still the one that was heard.
                    account.connected = (1 << Ledger.PHASES) - 1;
                }
            }
        }
    }

    private boolean grant(int id, SocketVote vote, boolean suspended, Takeover begun, long now) {
        ControlCore core = control.core();
        int mask = vote.counted();
        int desired = suspended || !control.isPresent(id) ? 0 : core.told(id);
        GrantReason reason = suspended ? GrantReason.SUSPENDED : GrantReasons.of(core, id, control.isPresent(id));
        if (desired > 0 && !ledger.admit(id, mask, desired, begun.budget(now))) {
            int unraised = ledger.unraised(id, mask, desired);
            desired = unraised < core.floor(id) ? 0 : unraised;
            reason = GrantReason.RESERVED;
        }
        SocketGrant before = grants[id];
        grants[id] = new SocketGrant(desired, mask, reason);
        return before == null || before.milliampere() != desired || before.phases() != mask;
    }

    /** The table to send; from here on its grants count. */
    GrantTable table(ScnHeader header, int firstSocket, long now) {
        List<StationGrant> stations = new ArrayList<>();
        int granted = 0;
        for (int first = 0; first < sockets; first++) {
            Heartbeat vote = voices.of(first);
            if (vote == null || now - voices.echo(first) > Timers.LEASE) {
                continue;
            }
            List<SocketGrant> its = new ArrayList<>(vote.sockets().size());
            for (int id = first; id < first + vote.sockets().size(); id++) {
                SocketGrant grant = grants[id];
                its.add(grant);
                ledger.of(id).sent(grant.milliampere(), grant.phases(), header.sequence(), now);
                granted++;
            }
            stations.add(new StationGrant(
                    first, StationGrant.shortBoot(vote.header().boot()), vote.header().stamp(), its));
        }
        pace.sent(now);
        return new GrantTable(
                header,
                firstSocket,
                turnEnds(now),
                List.of(total[0], total[1], total[2]),
                List.of(reserved[0], reserved[1], reserved[2]),
                stations,
                remembered(ScnCodec.roomForRemembered(stations.size(), granted), now));
    }

    OptionalInt turnEnds(long now) {
        long end = control.core().turnsEnd();
        return end > now ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, end - now)) : OptionalInt.empty();
    }

    /** Vehicles of which their stations do not say yet what is known here, as many as there is room for. */
    private List<RememberedVehicle> remembered(int room, long now) {
        List<RememberedVehicle> vehicles = new ArrayList<>();
        for (int first = 0; first < sockets; first++) {
            Heartbeat vote = voices.of(first);
            if (vote == null || !voices.isHeard(first, now)) {
                continue;
            }
            for (int i = 0; i < vote.sockets().size(); i++) {
                int id = first + i;
                if (!control.isPresent(id)) {
                    continue;
                }
                long memory = control.core().remember(id, now).pack();
                if (memory != vote.sockets().get(i).memory()) {
                    vehicles.add(new RememberedVehicle(id, memory));
                }
            }
        }
        if (vehicles.size() <= room) {
            return vehicles;
        }
        // Those that had no room this time have it next time.
        rememberNext = (rememberNext + room) % vehicles.size();
        Collections.rotate(vehicles, -rememberNext);
        return vehicles.subList(0, room);
    }
}
