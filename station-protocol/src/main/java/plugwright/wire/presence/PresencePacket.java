package plugwright.wire.presence;

import plugwright.model.StationId;

/** A packet of the discovery family (docs/decisions/0004-udp-discovery-format.md). */
public sealed interface PresencePacket {

    /** The query id of an announcement that nobody asked for. */
    long UNASKED = 0;

    /**
     * "Which stations are there?"
     *
     * @param queryId random, so that answers can be told from older ones; not {@link #UNASKED}
     */
    record Query(long queryId) implements PresencePacket {}

    /**
     * "I am here", as an answer or of a station's own accord.
     *
     * @param queryId the query it answers, or {@link #UNASKED}
     */
    record Announcement(long queryId, StationPresence station) implements PresencePacket {}

    /** "I am leaving", so that nobody has to wait for a time-out. */
    record Goodbye(StationId station) implements PresencePacket {}
}
