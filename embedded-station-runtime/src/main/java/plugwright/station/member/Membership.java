package plugwright.station.member;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plugwright.station.log.LogLevel;
import plugwright.station.member.MemberEffect.Log;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.SocketVote;

/** Who is heard, who agrees on the settings, and whether they are enough. */
final class Membership {

    /** As many stations as a network can have sockets, and as many strangers again. */
    private static final int MAX_PEERS = 2 * ScnCodec.MAX_SOCKETS;

    private final Peer self;
    private final List<Peer> all = new ArrayList<>();
    private final PeerIndex bySender = new PeerIndex();
    private final int[] claims = new int[ScnCodec.MAX_SOCKETS + 2];
    private int socketCount;
    private long digest;
    private final boolean[] seen = new boolean[ScnCodec.MAX_SOCKETS];
    private int seenCount;
    private boolean complete;
    private boolean duplicate;
    private boolean saidUncounted;
    private boolean stale = true;
    /** Nobody who is heard can be silent before this moment. */
    private long heardUntil = Timers.NEVER;

    Membership(MemberIdentity me, MemberSettings settings) {
        self = new Peer(me.sender());
        self.boot = me.boot();
        self.agrees = true;
        all.add(self);
        bySender.add(self);
        settings(settings);
        complete = me.completeDigest().isPresent() && me.completeDigest().getAsLong() == digest;
    }

    /** @return whether the network's settings are others than before */
    boolean settings(MemberSettings settings) {
        boolean changed = digest != settings.digest();
        digest = settings.digest();
        socketCount = settings.network().socketCount();
        self.firstSocket = settings.place().firstSocket();
        self.sockets = settings.place().sockets();
        if (changed) {
            complete = false;
            seenCount = 0;
            Arrays.fill(seen, false);
            for (Peer peer : all) {
                peer.agrees = peer == self;
                peer.echoed = Timers.NEVER;
                peer.heardAt = Timers.NEVER;
            }
        }
        stale = true;
        return changed;
    }

    Peer self() {
        return self;
    }

    List<Peer> all() {
        return all;
    }

    long digest() {
        return digest;
    }

    int socketCount() {
        return socketCount;
    }

    /** Every socket of the network was seen with these settings, now or once: without that nobody may grant. */
    boolean isComplete() {
        return complete;
    }

    /** The station of a packet, made known if there is room; null if there is none. */
    @Nullable Peer of(int sender, long now) {
        Peer known = bySender.of(sender);
        if (known != null) {
            return known;
        }
        if (all.size() >= MAX_PEERS && !forgetOne(now)) {
            return null;
        }
        Peer peer = new Peer(sender);
        all.add(peer);
        bySender.add(peer);
        return peer;
    }

    private boolean forgetOne(long now) {
        for (int i = all.size() - 1; i > 0; i--) {
            Peer peer = all.get(i);
            if (!peer.isHeard(now, Timers.SILENT)) {
                all.remove(i);
                bySender.become(all);
                return true;
            }
        }
        return false;
    }

    /** A heartbeat told where a station stands. */
    void placed(Peer peer, int firstSocket, int sockets) {
        if (peer.firstSocket != firstSocket || peer.sockets != sockets) {
            peer.firstSocket = firstSocket;
            peer.sockets = sockets;
            // Not until it was looked at whether it may have these.
            peer.counts = false;
            stale = true;
        }
    }

    /** Someone came, went or agrees no longer: who counts has to be looked at again. */
    void changed() {
        stale = true;
    }

    /** Looks at who counts; cheap while nothing changed. */
    void refresh(long now, List<MemberEffect> effects) {
        self.heardAt = now;
        noteSilence(now, effects);
        if (!stale) {
            return;
        }
        stale = false;
        Arrays.fill(claims, 0);
        for (Peer peer : all) {
            if (isClaiming(peer, now)) {
                for (int id = peer.firstSocket; id < peer.firstSocket + peer.sockets; id++) {
                    claims[id]++;
                }
            }
        }
        for (Peer peer : all) {
            peer.counts = isClaiming(peer, now) && claimsAlone(peer);
            if (peer.counts) {
                see(peer, effects);
            }
        }
        noteDuplicate(effects);
        noteUncounted(effects);
    }

    private boolean isClaiming(Peer peer, long now) {
        return peer.agrees
                && peer.sockets > 0
                && peer.firstSocket + peer.sockets <= socketCount
                && peer.isHeard(now, Timers.SILENT);
    }

    private boolean claimsAlone(Peer peer) {
        for (int id = peer.firstSocket; id < peer.firstSocket + peer.sockets; id++) {
            if (claims[id] > 1) {
                return false;
            }
        }
        return true;
    }

    private void see(Peer peer, List<MemberEffect> effects) {
        for (int id = peer.firstSocket; id < peer.firstSocket + peer.sockets; id++) {
            if (!seen[id]) {
                seen[id] = true;
                seenCount++;
            }
        }
        if (!complete && seenCount == socketCount) {
            complete = true;
            effects.add(new MemberEffect.KeepComplete(digest));
            effects.add(new Log(LogLevel.INFO, "All " + socketCount + " sockets of the network were seen"));
        }
    }

    private void noteSilence(long now, List<MemberEffect> effects) {
        if (!stale && now <= heardUntil) {
            return;
        }
        heardUntil = now + Timers.SILENT;
        for (Peer peer : all) {
            boolean lost = !peer.isHeard(now, Timers.SILENT);
            if (lost && !peer.saidLost && peer.sockets > 0) {
                peer.saidLost = true;
                peer.counts = false;
                stale = true;
                for (int id = peer.firstSocket; peer.agrees && id < peer.firstSocket + peer.sockets; id++) {
                    effects.add(new Log(LogLevel.WARNING, "Lost connection with other socket (id: " + id + ")!"));
                }
            } else if (!lost && peer.saidLost) {
                peer.saidLost = false;
                stale = true;
            }
            if (!lost) {
                heardUntil = Math.min(heardUntil, peer.heardAt + Timers.SILENT);
            }
        }
    }

    private void noteDuplicate(List<MemberEffect> effects) {
        boolean now = isClaimedTwice();
        if (now && !duplicate) {
            effects.add(new Log(
                    LogLevel.ERROR, "Another station has a socket id of this one (id: " + self.firstSocket + ")"));
        }
        duplicate = now;
    }

    private void noteUncounted(List<MemberEffect> effects) {
        boolean now = self.firstSocket + self.sockets > socketCount;
        if (now && !saidUncounted) {
            int last = self.firstSocket + self.sockets - 1;
            effects.add(new Log(
                    LogLevel.ERROR,
                    "Socket id " + last + " of this station is none of the network's " + socketCount
                            + " (0 to " + (socketCount - 1) + "): it charges nothing"));
        }
        saidUncounted = now;
    }

    private boolean isClaimedTwice() {
        for (int id = self.firstSocket; id < self.firstSocket + self.sockets && id < socketCount; id++) {
            if (claims[id] > 1) {
                return true;
            }
        }
        return false;
    }

    /** This station resigned: whoever voted for it is free. */
    void forgetVotes() {
        for (Peer peer : all) {
            peer.echoed = Timers.NEVER;
        }
    }

    /** How many stations claim an id, beside the one that may have it. */
    int surplus(int id) {
        return Math.max(0, claims[id] - 1);
    }

    /** More than half of all sockets, or exactly half with socket 0. */
    boolean isQuorum(int sockets, Zero zero) {
        return 2 * sockets > socketCount || (2 * sockets == socketCount && zero == Zero.AMONG_THEM);
    }

    /** Whether socket 0 is among those counted. */
    enum Zero {
        AMONG_THEM,
        MISSING
    }

    /** Whether a quorum was heard within some time. */
    boolean isQuorumHeard(long now, long within) {
        int sockets = 0;
        Zero zero = Zero.MISSING;
        for (Peer peer : all) {
            if (peer.isMember(now, within)) {
                sockets += peer.sockets;
                zero = peer.firstSocket == 0 ? Zero.AMONG_THEM : zero;
            }
        }
        return isQuorum(sockets, zero);
    }

    /** Whether valid votes of a quorum are there. */
    boolean isQuorumVoting(long now) {
        int sockets = 0;
        Zero zero = Zero.MISSING;
        for (Peer peer : all) {
            if (peer.isVoter(now)) {
                sockets += peer.sockets;
                zero = peer.firstSocket == 0 ? Zero.AMONG_THEM : zero;
            }
        }
        return isQuorum(sockets, zero);
    }

    /** What the others draw on a phase, as far as they are heard. */
    int drawn(int phase, long now) {
        int drawn = 0;
        for (Peer peer : all) {
            Heartbeat said = peer.heartbeat;
            if (said != null && peer.isMember(now, Timers.SILENT)) {
                for (SocketVote socket : said.sockets()) {
                    drawn += socket.draw(phase);
                }
            }
        }
        return drawn;
    }

    int heardSockets(long now) {
        int sockets = 0;
        for (Peer peer : all) {
            sockets += peer.isMember(now, Timers.SILENT) ? peer.sockets : 0;
        }
        return sockets;
    }
}
