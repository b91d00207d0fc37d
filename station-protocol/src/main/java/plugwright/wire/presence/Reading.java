package plugwright.wire.presence;

/** What a datagram turned out to be. */
public sealed interface Reading {

    /** One of ours. */
    record Ours(PresencePacket packet) implements Reading {}

    /** Something else: never answered, only counted. */
    record Ignored(IgnoredReason reason) implements Reading {}
}
