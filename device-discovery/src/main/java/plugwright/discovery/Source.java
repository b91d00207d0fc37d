package plugwright.discovery;

/** How a station came to be known. */
public enum Source {
    /** Multicast DNS, service {@code _alfen._tcp.local.} */
    MDNS,
    /** Our own packets on UDP 36549. */
    UDP,
    /** An address typed in by the user. */
    TYPED
}
