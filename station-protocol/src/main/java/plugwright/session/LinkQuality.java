package plugwright.session;

/**
 * How the connection did in the last minute.
 *
 * @param medianMillis median time from request to whole reply, ms; 0 if none came
 * @param jitterMillis spread: the difference between the 90th and the 10th percentile, ms
 * @param requests sent
 * @param lost without a reply
 */
public record LinkQuality(int medianMillis, int jitterMillis, int requests, int lost) {

    public static final LinkQuality UNKNOWN = new LinkQuality(0, 0, 0, 0);
}
