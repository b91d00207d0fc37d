package plugwright.wire.scn;

/** What a station says it is to its network; the order is the number on the wire. */
public enum Role {
    /** A member like others; who was followed and says this has resigned. */
    MEMBER,
    /** Offers itself as coordinator. */
    OFFERS,
    /** Has the votes of a quorum. */
    LEADS
}
