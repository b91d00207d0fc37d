package plugwright.station.member;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.wire.scn.Ballot;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.Heartbeat.Contact;
import plugwright.wire.scn.Role;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.Source;

/** Puts into words what a member says: heads of packets, heartbeats, and what it only passes on. */
final class Announcer {

    private final MemberIdentity me;
    private MemberSettings settings;
    private long digest;
    private int sequence;
    private Contact contact = Contact.RELEASED;
    private Source source = new Source.None();
    private long sourceAt;

    Announcer(MemberIdentity me, MemberSettings settings) {
        this.me = me;
        this.settings = settings;
        this.digest = settings.digest();
    }

    /**
     * What a member is at a moment.
     *
     * @param followed whom it follows, if anyone
     */
    record State(Role role, @Nullable Peer followed, Peer self, Lease lease, OwnSockets sockets, TableReader tables) {}

    void settings(MemberSettings changed) {
        settings = changed;
        digest = changed.digest();
    }

    void contact(Contact its) {
        contact = its;
    }

    boolean isSuspended() {
        return contact == Contact.SUSPENDED;
    }

    /** @return whether the coordinator should know at once */
    boolean source(Source leaves, long now) {
        boolean urgent = Changes.isLess(source, leaves);
        source = leaves;
        sourceAt = now;
        return urgent;
    }

    /** The station stood still since a moment: what its meter left before that says nothing of now. */
    void stoodStill(long since) {
        if (source instanceof Source.Available && sourceAt <= since) {
            source = new Source.Lost();
        }
    }

    /** The head of the next packet. */
    ScnHeader header(long now) {
        sequence++;
        return head(now);
    }

    private ScnHeader head(long now) {
        return new ScnHeader(settings.network().name(), me.sender(), me.boot(), sequence, digest, Stamps.low(now));
    }

    Heartbeat heartbeat(State state, long now) {
        return heartbeat(header(now), state, now);
    }

    /** What the coordinator hears of itself without a packet. */
    Heartbeat ownVote(State state, long now) {
        return heartbeat(head(now), state, now);
    }

    private Heartbeat heartbeat(ScnHeader header, State state, long now) {
        return new Heartbeat(
                header,
                state.role,
                contact,
                settings.change(),
                settings.place().firstSocket(),
                settings.stationMaximum().milliampere(),
                state.tables.turnEnds(now),
                aged(now),
                ballot(state, now),
                state.sockets.votes(state.lease, now));
    }

    private static Optional<Ballot> ballot(State state, long now) {
        Peer followed = state.followed;
        if (followed == null) {
            return Optional.empty();
        }
        int stamp = followed == state.self ? Stamps.low(now) : followed.stamp;
        return Optional.of(new Ballot(followed.sender, followed.boot, stamp, state.lease.applied()));
    }

    private Source aged(long now) {
        return source instanceof Source.Available(int l1, int l2, int l3, int age, int meter)
                ? new Source.Available(l1, l2, l3, (int) (age + now - sourceAt), meter)
                : source;
    }
}
