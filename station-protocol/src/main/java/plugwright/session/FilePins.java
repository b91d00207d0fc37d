package plugwright.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.StationId;

/** Accepted keys in a text file, one line each: serial, host, fingerprint. A line that is none is passed over. */
public final class FilePins implements Pins {

    private static final Logger LOG = LoggerFactory.getLogger(FilePins.class);

    /** An installer meets a few thousand stations in a career; beyond that the oldest is forgotten. */
    private static final int MAX_PINS = 10_000;

    private static final int FIELDS = 3;

    private final Path file;
    private final Map<Key, Fingerprint> pins = new LinkedHashMap<>();

    private record Key(StationId station, String host) {}

    /**
     * @param file read now, if it exists; written at each acceptance
     */
    public FilePins(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
            } catch (IOException unreadable) {
                LOG.warn("accepted certificates in {} cannot be read: {}", file, unreadable.toString());
            }
        }
    }

    private void read(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length == FIELDS && StationId.isValid(fields[0])) {
            try {
                pins.put(new Key(new StationId(fields[0]), fields[1]), new Fingerprint(fields[2]));
            } catch (IllegalArgumentException notAFingerprint) {
                LOG.warn("a line of {} is no accepted certificate", file);
            }
        }
    }

    @Override
    public synchronized Optional<Fingerprint> find(StationId station, String host) {
        return Optional.ofNullable(pins.get(new Key(station, host)));
    }

    @Override
    public synchronized void accept(StationId station, String host, Fingerprint key) {
        pins.remove(new Key(station, host));
        pins.put(new Key(station, host), key);
        while (pins.size() > MAX_PINS) {
            pins.remove(pins.keySet().iterator().next());
        }
        List<String> lines = pins.entrySet().stream()
                .map(e -> e.getKey().station() + " " + e.getKey().host() + " " + e.getValue().hex())
                .toList();
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, lines, StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            LOG.warn("accepted certificates cannot be kept in {}: {}", file, unwritable.toString());
        }
    }
}
