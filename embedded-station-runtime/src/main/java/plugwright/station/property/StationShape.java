package plugwright.station.property;

/**
 * How a station is built, as far as it decides which properties exist.
 *
 * @param sockets 1 or 2
 * @param secondOutlets whether each socket has a household outlet beside it (guide §2.1.1)
 */
public record StationShape(int sockets, SecondOutlets secondOutlets) {

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
    }

    /** One socket. */
    public static StationShape ofOne() {
        return new StationShape(1, SecondOutlets.NONE);
    }

    /** Two sockets. */
    public static StationShape ofTwo() {
        return new StationShape(MOST_SOCKETS, SecondOutlets.NONE);
    }

    /** Whether there is a second socket. */
    public boolean isDouble() {
        return sockets == MOST_SOCKETS;
    }
}
