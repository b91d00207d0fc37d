package plugwright.station.http;

/**
 * One TCP connection of a client, for as long as it lives.
 *
 * @param name unique within the process
 */
public record ConnectionId(String name) {}
