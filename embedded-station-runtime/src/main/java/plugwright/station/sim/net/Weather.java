package plugwright.station.sim.net;

/**
 * How a network treats datagrams; each copy of a broadcast has a fate of its own.
 *
 * @param lossPermille how many never arrive
 * @param repeatPermille how many arrive a second time, later
 * @param usualMillis most arrive within this; above 1 they overtake each other
 * @param latePermille how many are late instead
 * @param latestMillis the most that a late one takes, at most {@value #LONGEST_MILLIS}
 */
record Weather(int lossPermille, int repeatPermille, int usualMillis, int latePermille, int latestMillis) {

    /** What a switch or a radio link with deep queues may keep a datagram. */
    static final int LONGEST_MILLIS = 40_000;

    private static final int ALL = 1_000;

    /** A sound network: nothing is lost, all is there within 2 ms. */
    static final Weather CALM = new Weather(0, 0, 2, 0, 0);

    Weather {
        boolean parts = isPart(lossPermille) && isPart(repeatPermille) && isPart(latePermille);
        if (!parts || usualMillis < 1 || latestMillis < 0 || latestMillis > LONGEST_MILLIS) {
            throw new IllegalArgumentException("no weather: loss " + lossPermille + " ‰, latest " + latestMillis);
        }
    }

    private static boolean isPart(int permille) {
        return permille >= 0 && permille <= ALL;
    }
}
