package plugwright.station.member;

import java.util.List;
import plugwright.station.log.LogLevel;
import plugwright.station.member.MemberEffect.Log;
import plugwright.wire.scn.Role;

/**
 * Whether a station offers itself as coordinator, and whether it is one: it has authority only while votes of a quorum
 * are valid.
 */
final class Candidacy {

    private Role role = Role.MEMBER;
    private long since;
    private long standsSince = Timers.NEVER;
    private long stepsBackUntil = Timers.NEVER;

    Role role() {
        return role;
    }

    /**
     * Whether a vote can count: one that was given before it last resigned binds nobody any more, though it may arrive
     * later.
     *
     * @param echoed the stamp of ours that the vote answers
     */
    boolean counts(long echoed) {
        return role != Role.MEMBER && echoed >= standsSince;
    }

    /** No vote for an earlier stamp of ours can count. */
    long standsSince() {
        return standsSince;
    }

    /** Whether it may grant at this very moment. */
    boolean hasAuthority(Membership members, long now) {
        return role == Role.LEADS && members.isQuorumVoting(now);
    }

    /** Whether a station may stand for coordinator at all. */
    enum Standing {
        ALLOWED,
        /** Paused, without key, its ids not its own, or the network not complete. */
        BARRED
    }

    /** Looks at the votes; true when its role changed. */
    boolean step(Membership members, Following following, Standing standing, long now, List<MemberEffect> effects) {
        Role before = role;
        Peer self = members.self();
        if (standing == Standing.BARRED) {
            become(Role.MEMBER, now, "it may not stand", self, effects);
            return role != before;
        }
        switch (role) {
            case LEADS -> {
                if (!members.isQuorumVoting(now)) {
                    become(Role.OFFERS, now, "votes of a quorum are missing", self, effects);
                }
            }
            case OFFERS -> offering(members, now, effects);
            case MEMBER -> {
                if (mayOffer(members, following, now)) {
                    become(Role.OFFERS, now, "nobody leads", self, effects);
                }
            }
        }
        return role != before;
    }

    private void offering(Membership members, long now, List<MemberEffect> effects) {
        Peer self = members.self();
        if (members.isQuorumVoting(now)) {
            become(Role.LEADS, now, "a quorum votes for it", self, effects);
        } else if (!members.isQuorumHeard(now, Timers.HEARD_FOR_OFFER)) {
            become(Role.MEMBER, now, "no quorum is heard", self, effects);
        } else if (now - since >= Timers.OFFER_LASTS) {
            stepsBackUntil = now
                    + Timers.STEP_BACK
                    + Timers.STEP_BACK_SPREAD * self.firstSocket / plugwright.wire.scn.ScnCodec.MAX_SOCKETS;
            become(Role.MEMBER, now, "nobody voted for it in time", self, effects);
        } else if (isOther(members, now, self.firstSocket)) {
            become(Role.MEMBER, now, "another comes first", self, effects);
        }
    }

    private boolean mayOffer(Membership members, Following following, long now) {
        return following.isFree()
                && following.mayVote(now)
                && now >= stepsBackUntil
                && members.isQuorumHeard(now, Timers.HEARD_FOR_OFFER)
                && !isOther(members, now, Integer.MAX_VALUE);
    }

    /** Whether another leads, or offers itself with a lower id than this. */
    private static boolean isOther(Membership members, long now, int below) {
        for (Peer peer : members.all()) {
            boolean first = peer.role == Role.LEADS || (peer.role == Role.OFFERS && peer.firstSocket < below);
            if (peer != members.self() && first && peer.isMember(now, Timers.VOTE)) {
                return true;
            }
        }
        return false;
    }

    /** The one place where the role changes. */
    private void become(Role next, long now, String reason, Peer self, List<MemberEffect> effects) {
        if (next == role) {
            return;
        }
        if (role == Role.MEMBER) {
            standsSince = now;
        }
        role = next;
        since = now;
        self.role = next;
        String what = switch (next) {
            case MEMBER -> "No longer coordinator or candidate: ";
            case OFFERS -> "Offers itself as coordinator: ";
            case LEADS -> "Coordinator: ";
        };
        effects.add(new Log(LogLevel.INFO, what + reason));
    }
}
