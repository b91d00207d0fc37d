package plugwright.ui.station.log;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the log as it is shown. */
public sealed interface LogRow {

    /**
     * A line of the known form {@code <id>_<time>Z:<LEVEL>:<file>:<line>:<text>}.
     *
     * @param id rises by 128 a line
     * @param at by the station's clock
     * @param level as the station wrote it
     * @param source file and line within the station's program
     * @param text what it says
     * @param raw the line as it came
     */
    record Line(long id, Instant at, String level, String source, String text, String raw) implements LogRow {
        @Override
        public String searched() {
            return raw;
        }
    }

    /** A line of no known form, as it came (PW-505). */
    record Unknown(String raw) implements LogRow {
        @Override
        public String searched() {
            return raw;
        }
    }

    /** Lines that the station wrote faster than they could be fetched. */
    record Missing(long lines) implements LogRow {
        @Override
        public String searched() {
            return "";
        }
    }

    /** The station counts its lines from the start again. */
    record Restarted() implements LogRow {
        @Override
        public String searched() {
            return "";
        }
    }

    /** What filters and search look at, and what is saved; empty for rows that are ours. */
    String searched();

    /** Each entry is so much further on in a station's memory. */
    long ID_STEP = 128;

    /** Longer lines are cut: no station writes them, and one could fill the screen. */
    int MAX_LENGTH = 2_000;

    Pattern FORM = Pattern.compile("(\\d{1,18})_([0-9T:.\\-]{10,40}Z):([A-Z]{1,16}):([^:]*):(\\d*):(.*)", Pattern.DOTALL);

    /** Reads a line; never fails. */
    static LogRow parse(String line) {
        String raw = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
        Matcher form = FORM.matcher(raw);
        return form.matches() ? known(form, raw).orElseGet(() -> new Unknown(raw)) : new Unknown(raw);
    }

    private static Optional<LogRow> known(Matcher form, String raw) {
        try {
            return Optional.of(new Line(
                    Long.parseLong(form.group(1)),
                    Instant.parse(form.group(2)),
                    form.group(3).toUpperCase(Locale.ROOT),
                    form.group(4) + ":" + form.group(5),
                    form.group(6),
                    raw));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
