package plugwright.station.engine;

/** For whom a station's meter or energy management is read. */
public enum Reach {
    /** For itself: what is left is its own. */
    STATION,
    /** For all members of its network: what is left they share, and its own limit is what the network gives it. */
    NETWORK
}
