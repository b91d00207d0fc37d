package plugwright.station.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line of a station's log.
 *
 * @param id rises by {@value #ID_STEP} a line
 * @param at by the station's clock, UTC
 * @param level of what it tells
 * @param file the program part that wrote it
 * @param line a number within that part
 * @param text one line of text
 */
public record LogLine(long id, Instant at, LogLevel level, String file, int line, String text) {

    /** Seen on real stations: each entry is 128 bytes further on in their memory. */
    public static final int ID_STEP = 128;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** {@code <id>_<ISO-8601 UTC ms>Z:<LEVEL>:<file>:<line>:<text>}. */
    @Override
    public String toString() {
        return id + "_" + STAMP.format(at) + ":" + level + ":" + file + ":" + line + ":" + text;
    }
}
