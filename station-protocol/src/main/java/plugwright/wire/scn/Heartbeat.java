package plugwright.wire.scn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What each station says each second, and at once when something changed.
 *
 * @param header who and when
 * @param role what it is to the network
 * @param contact whether its suspend contact asks for a pause of the network
 * @param change whether it stands still for a change of settings
 * @param firstSocket the id of its first socket
 * @param stationMaximum mA on each phase over its sockets
 * @param turnEndsMillis until the turns of the network end, as far as it knows
 * @param source what its meter or energy management leaves
 * @param ballot whom it follows
 * @param sockets one or two, in the order of their ids
 */
public record Heartbeat(
        ScnHeader header,
        Role role,
        Contact contact,
        Change change,
        int firstSocket,
        int stationMaximum,
        OptionalInt turnEndsMillis,
        Source source,
        Optional<Ballot> ballot,
        List<SocketVote> sockets)
        implements ScnPacket {

    /** The order is the number on the wire. */
    public enum Contact {
        RELEASED,
        SUSPENDED
    }

    /** The order is the number on the wire. */
    public enum Change {
        RUNNING,
        /** Tells 0 until it is let go on. */
        PAUSED
    }

    public Heartbeat {
        sockets = List.copyOf(sockets);
    }
}
