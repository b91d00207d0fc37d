package plugwright.wire.scn;

/**
 * Whom a station follows, with what shows that it heard that one.
 *
 * @param sender number of the station followed; itself, too
 * @param boot the start of that station
 * @param stamp the last stamp heard from it
 * @param applied the sequence number of the last grant applied from it; 0 before the first
 */
public record Ballot(int sender, int boot, int stamp, int applied) {}
