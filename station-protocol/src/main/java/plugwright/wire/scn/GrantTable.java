package plugwright.wire.scn;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the coordinator grants to all who follow it.
 *
 * @param header who and when; its sequence number is that of the grants
 * @param firstSocket id of the coordinator's first socket
 * @param turnEndsMillis until the turns end, where the clock runs
 * @param total mA on L1, L2, L3 that the network may use now
 * @param reserved mA on L1, L2, L3 kept for stations that are not heard
 * @param stations in the order of their first sockets
 * @param remembered some of the vehicles, those that changed first
 */
public record GrantTable(
        ScnHeader header,
        int firstSocket,
        OptionalInt turnEndsMillis,
        List<Integer> total,
        List<Integer> reserved,
        List<StationGrant> stations,
        List<RememberedVehicle> remembered)
        implements ScnPacket {

    public GrantTable {
        total = List.copyOf(total);
        reserved = List.copyOf(reserved);
        stations = List.copyOf(stations);
        remembered = List.copyOf(remembered);
    }
}
