package plugwright.station.control;

/** Who comes first of those that have waited and charged alike. */
public enum TieOrder {
    /** Guide §6.1.1.3. */
    HIGHEST_FIRST,
    /** While SCN-TotalSafeCurrent is in force (guide §6.3.3.4 step 5). */
    LOWEST_FIRST
}
