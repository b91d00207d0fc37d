package plugwright.wire.presence;

/** Why a datagram on the port was ignored. */
public enum IgnoredReason {
    /** More than {@value PresenceCodec#MAX_PACKET_BYTES} bytes. */
    TOO_LONG,
    /** Without our four letters: another product's. */
    NOT_OURS,
    /** Of a version this program does not know. */
    OTHER_VERSION,
    /** Of another family on the same port. */
    OTHER_FAMILY,
    /** A kind of packet this program does not know. */
    UNKNOWN_KIND,
    /** Ours by its header, but cut short or with values that cannot be. */
    MALFORMED
}
