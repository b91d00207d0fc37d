package plugwright.ui.station.log;

import java.util.Locale;

/**
 * Which rows are shown. Pure.
 *
 * @param levels which levels
 * @param text shown only with this in it, in any case; empty for all
 */
record LogFilter(Levels levels, String text) {
    static final LogFilter ALL = new LogFilter(Levels.ALL, "");

    /** A choice of levels. */
    enum Levels {
        ALL,
        /** What somebody should look at. */
        TROUBLE,
        INFO,
        WARNING,
        ERROR,
        COM,
        USER,
        RESET,
        CONSOLE,
        SECURITY;

        String textKey() {
            return "log.levels." + name().toLowerCase(Locale.ROOT);
        }

        private boolean shows(String level) {
            return switch (this) {
                case ALL -> true;
                case TROUBLE -> level.equals("WARNING") || level.equals("ERROR") || level.equals("SECURITY");
                default -> level.equals(name());
            };
        }
    }

    boolean shows(LogRow row) {
        return switch (row) {
            case LogRow.Line line -> levels.shows(line.level()) && hasText(line.raw());
            case LogRow.Unknown unknown -> levels == Levels.ALL && hasText(unknown.raw());
            case LogRow.Missing ignored -> true;
            case LogRow.Restarted ignored -> true;
        };
    }

    private boolean hasText(String raw) {
        return text.isEmpty() || raw.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
