package plugwright.station.log;

/** Levels as they stand in the lines of a station's log. */
public enum LogLevel {
    INFO,
    WARNING,
    ERROR,
    /** Traffic with the back office or a meter. */
    COM,
    /** Somebody did something at the station or over its API. */
    USER,
    /** Boot and shutdown. */
    RESET,
    CONSOLE,
    SECURITY
}
