package plugwright.station.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The command {@code date yyyy-MM-dd HH:mm:ss}; taken as UTC, since a station's log is in UTC. */
final class StationDate {

    private static final String COMMAND = "date ";
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private StationDate() {}

    static Optional<Instant> parse(String command) {
        if (!command.startsWith(COMMAND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(command.substring(COMMAND.length()).strip(), FORM)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
