package plugwright.station.mdns;

import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.station.presence.Presence;
import plugwright.wire.presence.StationPresence;

/** Makes stations findable by multicast DNS: on loopback by a responder of ours, elsewhere by the library. */
public final class MdnsPresence implements Presence {

    /** RFC 6762. */
    public static final int PORT = 5353;

    private final LoopbackMdns loopback;
    private final AdapterMdns adapters = new AdapterMdns();

    /**
     * Opens nothing yet.
     *
     * @param loopbackPort where questions come on loopback, {@link #PORT} but in tests
     */
    public MdnsPresence(int loopbackPort) {
        this.loopback = new LoopbackMdns(loopbackPort);
    }

    @Override
    public Outcome<StationPresence> announce(StationPresence station) {
        return station.address().isLoopback() ? loopback.announce(station) : adapters.announce(station);
    }

    @Override
    public void withdraw(StationId station) {
        loopback.withdraw(station);
        adapters.withdraw(station);
    }

    @Override
    public void close() {
        loopback.close();
        adapters.close();
    }
}
