package plugwright.station.control;

/** What else than the limits of the groups has a say in when a limit may rise: a network's ledger. */
@FunctionalInterface
public interface RaiseGate {

    /** Nothing else has. */
    RaiseGate OPEN = (_, _, _) -> true;

    /**
     * Whether a socket may be told this now; who asks tells it if so.
     *
     * @param phases grid phases it loads, bit 0 is L1
     */
    boolean allows(int socket, int phases, int milliampere);
}
