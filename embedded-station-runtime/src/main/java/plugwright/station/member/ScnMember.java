package plugwright.station.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plugwright.station.log.LogLevel;
import plugwright.station.member.Candidacy.Standing;
import plugwright.station.member.MemberEffect.Log;
import plugwright.station.member.MemberEffect.Send;
import plugwright.station.member.MemberStatus.Authority;
import plugwright.wire.scn.Ballot;
import plugwright.wire.scn.DropKind;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.Role;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.Source;
import plugwright.wire.scn.VehicleMemory;

/**
 * A station as a member of a Smart Charging Network (docs/scn-protocol.md). Tell it what happens, call {@link #step}
 * after each event and at the latest when {@link #due} says, do what it wants done, and tell no vehicle more than
 * {@link #limit}. Not thread-safe: one owner. Moments are of one clock of the station; only their differences count.
 */
public final class ScnMember {

    /** To offer oneself, to follow oneself and to lead may be one moment: one step each. */
    private static final int LOOKS = 3;

    private static final String NO_KEY = "The network has no key here: safe current only";

    private final MemberIdentity me;
    private final OwnClock clock = new OwnClock();
    private final Membership members;
    private final Following following;
    private final Candidacy candidacy = new Candidacy();
    private final Lease lease;
    private final OwnSockets own;
    private final TableReader tables;
    private final HeartbeatPace pace;
    private final Announcer announcer;
    private final List<MemberEffect> effects = new ArrayList<>();
    private final Reception reception;
    private MemberSettings settings;
    private Coordinator coordinator;
    private long nextTick;
    private long steppedAt;
    private boolean look;
    private @Nullable Heartbeat said;

    /** A member that starts now: it tells 0 until something is granted, or kept free for it. */
    public ScnMember(MemberIdentity me, MemberSettings settings, long now) {
        long own = clock.at(now);
        this.me = me;
        this.settings = settings;
        this.members = new Membership(me, settings);
        this.reception = new Reception(members, effects);
        this.following = new Following(own);
        this.lease = new Lease(settings.place().sockets(), own);
        this.own = new OwnSockets(settings.place().sockets());
        this.tables = new TableReader(me, settings.place().firstSocket(), lease, this.own);
        this.pace = new HeartbeatPace(me, own);
        this.announcer = new Announcer(me, settings);
        this.coordinator = new Coordinator(settings, members, own);
        this.nextTick = own;
        this.steppedAt = own;
        lease.safe(settings.safeMilliampere());
        if (settings.key().isEmpty()) {
            say(LogLevel.WARNING, NO_KEY);
        }
    }

    private void say(LogLevel level, String text) {
        effects.add(new Log(level, text));
    }

    /**
     * New settings while running; the number of this station's sockets stays. Where what all must agree on changed,
     * votes given before are kept to first.
     */
    public void settings(MemberSettings changed, long now) {
        long moment = clock.at(now);
        if (settings.key().isPresent() && changed.key().isEmpty()) {
            say(LogLevel.WARNING, NO_KEY);
        }
        settings = changed;
        announcer.settings(changed);
        lease.safe(changed.safeMilliampere());
        tables.place(changed.place().firstSocket());
        if (members.settings(changed)) {
            startAnew(moment);
            coordinator = new Coordinator(changed, members, moment);
            say(LogLevel.INFO, "Settings of the network changed, generation " + changed.network().generation());
        }
        coordinator.timing(changed, moment);
        look = true;
        pace.news(moment);
    }

    /** Votes of before, given and taken, are void. */
    private void startAnew(long moment) {
        following.startAnew(moment, effects);
        Role before = candidacy.role();
        candidacy.step(members, following, Standing.BARRED, moment, effects);
        members.forgetVotes();
        changeOffice(before, moment);
    }

    /** What the station knows of one of its sockets, from 0; to be told when it changes and with each reading. */
    public void report(int socket, SocketReport report, long now) {
        long moment = clock.at(now);
        lease.connected(socket, report.connected());
        if (own.report(socket, report, now, moment)) {
            news(moment);
        }
    }

    /** What the station's meter or energy management leaves for the network, as read now. */
    public void source(Source leaves, long now) {
        long moment = clock.at(now);
        if (announcer.source(leaves, moment)) {
            news(moment);
        }
    }

    /** What all members that are heard, this one too, draw on a grid phase, 0 to 2, in mA. */
    public int drawn(int phase, long now) {
        long moment = clock.at(now);
        int drawn = 0;
        for (int i = 0; i < own.count(); i++) {
            drawn += own.of(i).drawn(phase);
        }
        return drawn + members.drawn(phase, moment);
    }

    /** The station's suspend contact. */
    public void contact(Contact its, long now) {
        announcer.contact(its);
        news(clock.at(now));
    }

    private void news(long moment) {
        pace.news(moment);
        look |= candidacy.role() == Role.LEADS;
    }

    /** A datagram was good for nothing. */
    public void dropped(DropKind kind, long now) {
        reception.drop(kind, clock.at(now));
    }

    /** How many were dropped. */
    public long droppedSoFar(DropKind kind) {
        return reception.dropped(kind);
    }

    /** A packet of this network arrived. */
    public void receive(ScnPacket packet, long now) {
        long moment = clock.at(now);
        ScnHeader header = packet.header();
        if (header.sender() == me.sender() || settings.key().isEmpty()) {
            return;
        }
        Peer peer = reception.admit(packet, moment);
        if (peer == null) {
            return;
        }
        look |= reception.isNewsOf(peer);
        switch (packet) {
            case Heartbeat heartbeat -> heartbeat(peer, heartbeat, moment);
            case GrantTable table -> table(peer, table, moment);
        }
    }

    private void heartbeat(Peer peer, Heartbeat heartbeat, long moment) {
        look |= peer.role != heartbeat.role();
        peer.role = heartbeat.role();
        peer.heartbeat = heartbeat;
        members.placed(peer, heartbeat.firstSocket(), heartbeat.sockets().size());
        Ballot ballot = peer.ballot();
        if (ballot == null || ballot.sender() != me.sender() || ballot.boot() != me.boot()) {
            look |= peer.echoed != Timers.NEVER;
            peer.echoed = Timers.NEVER;
            return;
        }
        long echo = Stamps.full(ballot.stamp(), moment);
        if (echo <= moment && moment - echo <= Timers.RISES_AFTER) {
            peer.echoed = candidacy.counts(echo) ? echo : Timers.NEVER;
            look |= candidacy.role() == Role.OFFERS;
            if (peer.counts && echo >= coordinator.echo(heartbeat.firstSocket())) {
                coordinator.vote(heartbeat, ballot, echo, moment);
                look |= coordinator.isUrgent();
            }
        }
    }

    private void table(Peer peer, GrantTable table, long moment) {
        look |= peer.role != Role.LEADS;
        peer.role = Role.LEADS;
        if (!following.follows(peer)) {
            return;
        }
        if (tables.take(table, following.since(), moment)) {
            Heartbeat before = said;
            if (before == null || lease.isOtherThan(before.sockets())) {
                pace.news(moment);
            }
        }
    }

    /**
     * Does what is due now.
     *
     * @return what the station has to do, in order
     */
    public List<MemberEffect> step(long now) {
        long moment = clock.at(now);
        if (clock.tookLeapBack()) {
            lease.expire();
            startAnew(moment);
            look = true;
            say(LogLevel.WARNING, "The clock went back");
        }
        if (moment - steppedAt > Timers.SILENT) {
            announcer.stoodStill(steppedAt);
        }
        steppedAt = moment;
        lease.step(settings.change(), moment);
        if (look || moment >= nextTick) {
            look(moment);
        }
        if (pace.isTime(moment) && settings.key().isPresent()) {
            send(announcer.heartbeat(state(), moment), moment);
        }
        List<MemberEffect> wanted = List.copyOf(effects);
        effects.clear();
        return wanted;
    }

    private void look(long moment) {
        look = false;
        nextTick = moment + Timers.TICK;
        members.refresh(moment, effects);
        Peer self = members.self();
        Role before = candidacy.role();
        for (int i = 0; i < LOOKS; i++) {
            if (following.step(members, moment, effects)) {
                lease.follows();
                pace.news(moment);
            }
            self.echoed = following.follows(self) ? moment : Timers.NEVER;
            if (candidacy.step(members, following, standing(), moment, effects)) {
                pace.news(moment);
            }
        }
        if (candidacy.role() == Role.MEMBER && before != Role.MEMBER) {
            members.forgetVotes();
        }
        changeOffice(before, moment);
        if (candidacy.hasAuthority(members, moment)) {
            coordinate(moment);
        }
    }

    private void changeOffice(Role before, long moment) {
        if (before != Role.LEADS && candidacy.role() == Role.LEADS) {
            coordinator.begin(candidacy.standsSince(), moment);
        } else if (before == Role.LEADS && candidacy.role() != Role.LEADS) {
            coordinator.end();
        }
    }

    private Standing standing() {
        boolean allowed = settings.key().isPresent()
                && settings.change() == Change.RUNNING
                && members.self().counts
                && members.isComplete();
        return allowed ? Standing.ALLOWED : Standing.BARRED;
    }

    private void coordinate(long moment) {
        Heartbeat mine = announcer.ownVote(state(), moment);
        mine.ballot().ifPresent(ballot -> coordinator.vote(mine, ballot, moment, moment));
        boolean tells = coordinator.decide(moment);
        coordinator.say(effects);
        if (tells) {
            GrantTable table = coordinator.table(announcer.header(moment), settings.place().firstSocket(), moment);
            send(table, moment);
            table(members.self(), table, moment);
        }
    }

    private Announcer.State state() {
        return new Announcer.State(candidacy.role(), following.followed(), members.self(), lease, own, tables);
    }

    private void send(ScnPacket packet, long moment) {
        effects.add(new Send(packet));
        if (packet instanceof Heartbeat heartbeat) {
            said = heartbeat;
            pace.sent(moment);
        }
    }

    /** When {@link #step} has to be called next at the latest, on the clock of {@code now}. */
    public long due(long now) {
        long moment = clock.at(now);
        long due = Math.min(nextTick, Math.min(pace.due(), lease.due()));
        return look ? now : now + Math.max(0, due - moment);
    }

    /** When what may be told changes by itself: a lease ends, or it rises to the safe current. On the shell's clock. */
    public long changes() {
        return lease.due() == Long.MAX_VALUE ? Long.MAX_VALUE : clock.outside(lease.due());
    }

    /** What may be told to the vehicle of a socket, from 0, as last reported: mA on each phase. */
    public int limit(int socket) {
        if (settings.change() == Change.PAUSED || announcer.isSuspended()) {
            return 0;
        }
        int limit = lease.limit(socket, own.of(socket).counted());
        return limit < floor(socket) ? 0 : limit;
    }

    private int floor(int socket) {
        boolean fourteen = VehicleMemory.classOf(own.memory(socket)) == VehicleMemory.CLASS_FOURTEEN;
        return fourteen ? VehicleMemory.FOURTEEN_AMPERE : VehicleMemory.SIX_AMPERE;
    }

    /** What is known here of the vehicle of a socket. */
    public VehicleMemory memory(int socket) {
        return VehicleMemory.unpack(own.memory(socket));
    }

    /** What the coordinator said decided about a socket, while its lease holds. */
    public Optional<GrantReason> reason(int socket) {
        return tables.reason(socket);
    }

    /** What the network may use on a phase, in mA, as last heard from its coordinator; 0 before. */
    public int total(int phase) {
        return tables.total().get(phase);
    }

    public MemberSettings settings() {
        return settings;
    }

    /** What a socket may tell on a phase, whatever its vehicle: what the others count with. */
    public int lease(int socket, int phase) {
        return (lease.phases(socket) >> phase & 1) != 0 ? lease.amount(socket) : 0;
    }

    /** Whether it may grant at this moment. */
    public boolean hasAuthority(long now) {
        return candidacy.hasAuthority(members, clock.at(now));
    }

    /** What its limits rest on now. */
    public LimitBasis basis() {
        return lease.basis();
    }

    /** In how many ms the turns of the network end, as far as it knows. */
    public OptionalInt turnEndsIn(long now) {
        return tables.turnEnds(clock.at(now));
    }

    /** What it shows of the network. */
    public MemberStatus status(long now) {
        long moment = clock.at(now);
        Peer followed = following.followed();
        return new MemberStatus(
                candidacy.role(),
                candidacy.hasAuthority(members, moment) ? Authority.HELD : Authority.NONE,
                Optional.ofNullable(followed).map(p -> p.firstSocket),
                lease.basis(),
                lease.remaining(moment),
                members.digest(),
                members.heardSockets(moment),
                tables.total(),
                tables.reserved(),
                List.of(drawn(0, now), drawn(1, now), drawn(2, now)));
    }
}
