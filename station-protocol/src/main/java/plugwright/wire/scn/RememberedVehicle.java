package plugwright.wire.scn;

/**
 * What a station shall keep of a vehicle and say in its votes.
 *
 * @param socket id of the socket
 * @param memory see {@link VehicleMemory}
 */
public record RememberedVehicle(int socket, long memory) {}
