package plugwright.ui.station;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import plugwright.model.HostPort;
import plugwright.model.Problem;
import plugwright.model.StationId;

/**
 * A station as it is found in the network.
 *
 * @param id serial number
 * @param address where it answers
 * @param model article code, empty while not known
 * @param firmware version, empty while not known
 * @param standing whether it can be used
 * @param ampere what it draws on its most loaded phase, in A; empty while not known
 * @param charging how many of its sockets charge; empty while not known
 * @param origin real or simulated
 */
public record StationRow(
        StationId id,
        HostPort address,
        String model,
        String firmware,
        Standing standing,
        OptionalDouble ampere,
        OptionalInt charging,
        Origin origin) {

    /** Whether current that flows is real. */
    public enum Origin {
        REAL,
        SIMULATED
    }

    /** Whether a station can be used. */
    public sealed interface Standing {

        /** It answers. */
        record Reachable() implements Standing {}

        /** It is there and cannot be used, with the reason and what to do. */
        record Unusable(Problem problem) implements Standing {}

        /** It was there. */
        record Gone(Instant lastSeen) implements Standing {}
    }
}
