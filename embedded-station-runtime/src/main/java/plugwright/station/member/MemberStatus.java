package plugwright.station.member;

import java.util.List;
import java.util.Optional;
import plugwright.wire.scn.Role;

/**
 * What a member shows of its network.
 *
 * @param role what it is
 * @param authority whether it may grant
 * @param coordinator first socket id of whom it follows
 * @param basis what its limits rest on
 * @param leaseMillis for how long its lease still holds; 0 without one
 * @param digest of its settings
 * @param heard sockets of the network that are heard with the same settings, its own included
 * @param total mA on L1, L2, L3 that the network may use, as last heard from the coordinator
 * @param reserved mA on L1, L2, L3 kept for stations that are not heard, likewise
 * @param drawn mA on L1, L2, L3 that the vehicles of all who are heard take, its own included
 */
public record MemberStatus(
        Role role,
        Authority authority,
        Optional<Integer> coordinator,
        LimitBasis basis,
        long leaseMillis,
        long digest,
        int heard,
        List<Integer> total,
        List<Integer> reserved,
        List<Integer> drawn) {

    /** Whether a station may grant. */
    public enum Authority {
        NONE,
        HELD
    }

    public MemberStatus {
        total = List.copyOf(total);
        reserved = List.copyOf(reserved);
        drawn = List.copyOf(drawn);
    }
}
