package plugwright.station.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plugwright.station.log.LogLevel;
import plugwright.station.member.MemberEffect.Log;
import plugwright.wire.scn.DropCounts;
import plugwright.wire.scn.DropKind;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.ScnPacket;

/** What comes in: only new packets of stations with the same settings go on. */
final class Reception {

    private final Membership members;
    private final List<MemberEffect> effects;
    private final DropCounts dropped = new DropCounts();
    private boolean news;

    Reception(Membership members, List<MemberEffect> effects) {
        this.members = members;
        this.effects = effects;
    }

    /** A packet or datagram is good for nothing: counted, and said once a minute a kind. */
    void drop(DropKind kind, long now) {
        long count = dropped.count(kind, now);
        if (count > 0) {
            effects.add(new Log(LogLevel.WARNING, "Packets of the network dropped, " + kind + ": " + count + " so far"));
        }
    }

    long dropped(DropKind kind) {
        return dropped.of(kind);
    }

    /** The station that a packet is of; null where the packet does not count. */
    @Nullable Peer admit(ScnPacket packet, long now) {
        ScnHeader header = packet.header();
        Peer peer = members.of(header.sender(), now);
        if (peer == null) {
            drop(DropKind.TOO_MANY_SENDERS, now);
            return null;
        }
        if (!peer.window.accept(header.boot(), header.sequence(), now, Timers.SILENT)) {
            drop(DropKind.OLD_SEQUENCE, now);
            return null;
        }
        if (peer.boot != header.boot()) {
            peer.restarted(header.boot());
        }
        boolean agrees = header.digest() == members.digest();
        if (agrees != peer.agrees) {
            peer.agrees = agrees;
            members.changed();
            news = true;
        }
        if (!agrees) {
            noteOther(peer, packet);
            return null;
        }
        peer.saidOther = false;
        if (peer.saidLost) {
            members.changed();
        }
        peer.heardAt = now;
        peer.stamp = header.stamp();
        return peer;
    }

    private void noteOther(Peer peer, ScnPacket packet) {
        if (!peer.saidOther && packet instanceof Heartbeat heartbeat) {
            peer.saidOther = true;
            effects.add(new Log(LogLevel.WARNING, "Station of socket " + heartbeat.firstSocket()
                    + " has other settings of the network and counts as lost"));
        }
    }

    /** Whether its being heard changes who counts. */
    boolean isNewsOf(Peer peer) {
        boolean is = news || peer.saidLost;
        news = false;
        return is;
    }
}
