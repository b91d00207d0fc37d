package plugwright.discovery;

import plugwright.model.HostPort;
import plugwright.model.StationId;
import plugwright.model.WireTime;

/**
 * One source saw one station once.
 *
 * @param serial the serial number that the source tells; /api/info has the last word
 * @param at where its HTTPS API should answer
 * @param adapter name of this machine's adapter on which it was seen
 */
public record Sighting(
        StationId serial, HostPort at, Source source, String adapter, WireTime seen, KnownFacts facts) {}
