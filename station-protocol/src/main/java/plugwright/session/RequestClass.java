package plugwright.session;

/** Who asks, most urgent first: a station takes one request at a time, and people go before screens. */
public enum RequestClass {
    /** Something the user just did. */
    USER,
    /** Writing and reading back settings. */
    SAVE,
    /** Live values. */
    MONITOR,
    /** The log as it grows. */
    LOG
}
