package plugwright.station.modbus;

/**
 * What a slave's port has seen since it was opened.
 *
 * @param masters connections that were served
 * @param tooMany connections that were closed because all places were taken
 * @param silent connections that were closed for their silence
 * @param foreign connections that were closed because what came is no Modbus
 * @param requests that were answered, exceptions included
 */
public record MasterCounts(long masters, long tooMany, long silent, long foreign, long requests) {}
