package plugwright.station.presence;

import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.wire.presence.StationPresence;

/**
 * Makes the stations of this process findable. A station that reboots is withdrawn and announced again. May be used
 * from any thread; no method waits for the network.
 */
public interface Presence extends AutoCloseable {

    /**
     * From now on the station is findable; one of the same serial number is replaced.
     *
     * @return the station, or why it can't be found: {@code PORT_IN_USE}, {@code NO_ADAPTER}
     */
    Outcome<StationPresence> announce(StationPresence station);

    /** Says goodbye for the station and answers no more for it; nothing happens when it is not announced. */
    void withdraw(StationId station);

    /** Withdraws all. */
    @Override
    void close();
}
