package plugwright.wire.scn;

/**
 * What a socket may tell its vehicle.
 *
 * @param milliampere on each phase
 * @param phases grid phases it holds for, bit 0 is L1
 * @param reason what decided
 */
public record SocketGrant(int milliampere, int phases, GrantReason reason) {}
