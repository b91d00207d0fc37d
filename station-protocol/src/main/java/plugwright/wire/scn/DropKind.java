package plugwright.wire.scn;

/** Why a datagram of the family was dropped. */
public enum DropKind {
    /** Shorter or longer than its kind can be. */
    WRONG_LENGTH,
    OTHER_VERSION,
    OTHER_NETWORK,
    /** Not made with the network's key. */
    WRONG_MAC,
    /** Repeated, overtaken, or of an earlier start of its sender. */
    OLD_SEQUENCE,
    /** Numbers that cannot be. */
    ABSURD,
    /** From more stations than a network can have. */
    TOO_MANY_SENDERS
}
