package plugwright.session;

import java.util.Optional;
import plugwright.model.StationId;

/** Which public key each station showed when the user accepted it: trust on first use, by serial and host. */
public interface Pins {

    /** The key that was accepted for this station at this host. */
    Optional<Fingerprint> find(StationId station, String host);

    /** Remembers a key that the user accepted; replaces an older one for the same station and host. */
    void accept(StationId station, String host, Fingerprint key);
}
