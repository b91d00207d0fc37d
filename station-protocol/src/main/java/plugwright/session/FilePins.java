package plugwright.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.files.SharedFile;
import plugwright.model.StationId;

/**
 * Accepted keys in a text file, one line each: serial, host, fingerprint. A line that is none is passed over. What
 * another window of the tool accepts counts here too.
 */
public final class FilePins implements Pins {

    private static final Logger LOG = LoggerFactory.getLogger(FilePins.class);

    /** An installer meets a few thousand stations in a career; beyond that the oldest is forgotten. */
    private static final int MAX_PINS = 10_000;

    private static final int FIELDS = 3;

    private final SharedFile file;

    /** What was accepted here and could not be written: it counts at least as long as this runs. */
    private final Map<Key, Fingerprint> unwritten = new LinkedHashMap<>();

    private record Key(StationId station, String host) {}

    /** @param file read each time a key is looked for; written at each acceptance */
    public FilePins(Path file) {
        this.file = new SharedFile(file);
    }

    private Map<Key, Fingerprint> read() {
        Map<Key, Fingerprint> pins = new LinkedHashMap<>();
        try {
            file.lines().forEach(line -> read(line, pins));
        } catch (IOException unreadable) {
            LOG.warn("accepted certificates in {} cannot be read: {}", file.path(), unreadable.toString());
        }
        return pins;
    }

    private void read(String line, Map<Key, Fingerprint> pins) {
        String[] fields = line.split(" ", -1);
        if (fields.length == FIELDS && StationId.isValid(fields[0])) {
            try {
                pins.put(new Key(new StationId(fields[0]), fields[1]), new Fingerprint(fields[2]));
            } catch (IllegalArgumentException notAFingerprint) {
                LOG.warn("a line of {} is no accepted certificate", file.path());
            }
        }
    }

    @Override
    public synchronized Optional<Fingerprint> find(StationId station, String host) {
        Key key = new Key(station, host);
        return Optional.ofNullable(unwritten.get(key)).or(() -> Optional.ofNullable(read().get(key)));
    }

    @Override
    public synchronized void accept(StationId station, String host, Fingerprint fingerprint) {
        Key key = new Key(station, host);
        try {
            file.change(() -> {
                Map<Key, Fingerprint> pins = read();
                pins.remove(key);
                pins.put(key, fingerprint);
                while (pins.size() > MAX_PINS) {
                    pins.remove(pins.keySet().iterator().next());
                }
                file.replace(pins.entrySet().stream()
                        .map(e -> e.getKey().station() + " " + e.getKey().host() + " "
                                + e.getValue().hex())
                        .toList());
            });
            unwritten.remove(key);
        } catch (IOException unwritable) {
            unwritten.put(key, fingerprint);
            LOG.warn("accepted certificates cannot be kept in {}: {}", file.path(), unwritable.toString());
        }
    }
}
