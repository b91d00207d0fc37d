package plugwright.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plugwright.model.StationId;

/** Pins that live as long as the test. */
public final class MemoryPins implements Pins {

    private final Map<String, Fingerprint> pins = new HashMap<>();

    @Override
    public Optional<Fingerprint> find(StationId station, String host) {
        return Optional.ofNullable(pins.get(station + "@" + host));
    }

    @Override
    public void accept(StationId station, String host, Fingerprint key) {
        pins.put(station + "@" + host, key);
    }
}
