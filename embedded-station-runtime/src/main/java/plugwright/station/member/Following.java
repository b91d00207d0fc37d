package plugwright.station.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plugwright.station.log.LogLevel;
import plugwright.station.member.MemberEffect.Log;
import plugwright.wire.scn.Role;

/**
 * Whom a member follows: one at a time, until V after that one's last packet, unless it resigned. Then who leads
 * already, else the lowest first socket id that offers itself.
 */
final class Following {

    private @Nullable Peer followed;
    private int boot;
    private long since = Timers.NEVER;
    private long mayFrom;
    private boolean changed;

    Following(long now) {
        mayFrom = now + Timers.FIRST_VOTE;
    }

    /** A vote of before, here or on the other side, may still be counted on: none for a while. */
    void startAnew(long now, List<MemberEffect> effects) {
        mayFrom = now + Timers.FIRST_VOTE;
        become(null, now, "starts anew", effects);
    }

    /** Whether it may vote, and offer itself. */
    boolean mayVote(long now) {
        return now >= mayFrom;
    }

    @Nullable Peer followed() {
        return followed;
    }

    boolean isFree() {
        return followed == null;
    }

    boolean follows(Peer peer) {
        return followed == peer && peer.boot == boot;
    }

    /** From when on its votes went to whom it follows. */
    long since() {
        return since;
    }

    /** Looks whether it is free, and whom to follow then; true when it follows another now. */
    boolean step(Membership members, long now, List<MemberEffect> effects) {
        Peer before = followed;
        if (before != null) {
            if (before.boot != boot) {
                become(null, now, "it started anew", effects);
            } else if (!before.wantsToLead()) {
                become(null, now, "it resigned", effects);
            } else if (now - before.heardAt > Timers.VOTE) {
                become(null, now, "it is silent", effects);
            }
        }
        if (followed == null && mayVote(now)) {
            Peer best = best(members, now);
            if (best != null) {
                become(best, now, best.role == Role.LEADS ? "it leads" : "it offers itself", effects);
            }
        }
        boolean another = changed;
        changed = false;
        return another;
    }

    private static @Nullable Peer best(Membership members, long now) {
        Peer best = null;
        for (Peer peer : members.all()) {
            if (peer.wantsToLead() && peer.isMember(now, Timers.VOTE) && (best == null || isBetter(peer, best))) {
                best = peer;
            }
        }
        return best;
    }

    private static boolean isBetter(Peer peer, Peer best) {
        return peer.role == best.role ? peer.firstSocket < best.firstSocket : peer.role == Role.LEADS;
    }

    /** The one place where whom it follows changes. */
    private void become(@Nullable Peer next, long now, String reason, List<MemberEffect> effects) {
        if (next == followed) {
            return;
        }
        Peer subject = next == null ? followed : next;
        followed = next;
        since = now;
        changed = true;
        boot = next == null ? 0 : next.boot;
        if (subject != null) {
            String verb = next == null ? "No longer follows station of socket " : "Follows station of socket ";
            effects.add(new Log(LogLevel.INFO, verb + subject.firstSocket + ": " + reason));
        }
    }
}
