package plugwright.station.member;

import org.jspecify.annotations.Nullable;
import plugwright.wire.scn.Ballot;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.ReplayWindow;
import plugwright.wire.scn.Role;

/** Another station as it is heard. */
final class Peer {

    final int sender;
    final ReplayWindow window = new ReplayWindow();
    int boot;
    /** Its last packet with our settings: one with others is as good as silent. */
    long heardAt = Timers.NEVER;
    /** Its settings are ours. */
    boolean agrees;
    /** Its ids are within the network's and nobody else's. */
    boolean counts;
    int firstSocket;
    int sockets;
    Role role = Role.MEMBER;
    int stamp;
    @Nullable Heartbeat heartbeat;
    /** Our own stamp that its vote for us echoes; {@link Timers#NEVER} while it does not follow us. */
    long echoed = Timers.NEVER;
    /** Whether its silence was said. */
    boolean saidLost;
    boolean saidOther;

    Peer(int sender) {
        this.sender = sender;
    }

    boolean isHeard(long now, long within) {
        return now - heardAt <= within;
    }

    /** Whether it may be followed, or counted. */
    boolean isMember(long now, long within) {
        return agrees && counts && isHeard(now, within);
    }

    boolean wantsToLead() {
        return role != Role.MEMBER;
    }

    /** Whether its vote for us still binds it. */
    boolean isVoter(long now) {
        return agrees && counts && now <= echoed + Timers.VOTE_COUNTED;
    }

    /** It started anew: what it said before is void. */
    void restarted(int newBoot) {
        boot = newBoot;
        role = Role.MEMBER;
        heartbeat = null;
        echoed = Timers.NEVER;
    }

    @Nullable Ballot ballot() {
        return heartbeat == null ? null : heartbeat.ballot().orElse(null);
    }
}
