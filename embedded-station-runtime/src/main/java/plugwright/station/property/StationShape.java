package plugwright.station.property;

/**
 * How a station is built, as far as it decides which properties exist and how much current it may take.
 *
 * @param sockets 1 or 2
 * @param feeders supply cables, 1 or 2, never more than sockets (guide §3.1.2)
 * @param secondOutlets whether each socket has a household outlet beside it (guide §2.1.1)
 */
public record StationShape(int sockets, int feeders, SecondOutlets secondOutlets) {

    /** A feeder is protected at no more than one socket's rating (guide §3.1.2), A. */
    public static final int FEEDER_AMPERE = 32;

    private static final int MOST_SOCKETS = 2;

    /** Household outlets beside the charging sockets. */
    public enum SecondOutlets {
        NONE,
        TYPE_E
    }

    public StationShape {
        if (sockets < 1 || sockets > MOST_SOCKETS) {
            throw new IllegalArgumentException("a station has 1 or 2 sockets, not " + sockets);
        }
        if (feeders < 1 || feeders > sockets) {
            throw new IllegalArgumentException(sockets + " sockets have no " + feeders + " feeders");
        }
    }

    /** One socket on one feeder. */
    public static StationShape single() {
        return new StationShape(1, 1, SecondOutlets.NONE);
    }

    /** Two sockets that share one feeder. */
    public static StationShape doubleOnOneFeeder() {
        return new StationShape(2, 1, SecondOutlets.NONE);
    }

    /** What the feeders can carry together, A. */
    public int feedersAmpere() {
        return feeders * FEEDER_AMPERE;
    }

    boolean isDouble() {
        return sockets == MOST_SOCKETS;
    }
}
