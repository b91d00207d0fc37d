package plugwright.station.control;

/**
 * When what vehicles leave unused may be taken from them: limits move in a step or two within 16 s after each taking,
 * and none shall change more than twice a minute, so takings keep apart from each other and from what else moves.
 */
final class TakingPace {

    private static final long APART = 90_000;

    /** After anything moved: until then limits may still be settling. */
    private static final long QUIET = 60_000;

    /** Where something moves again and again, in a large network, it is taken at last. */
    private static final long LATEST = 240_000;

    private long lastTaken = Times.NEVER;
    private long lastMoved = Times.NEVER;
    /** Since when there was no quiet. */
    private long restlessSince = Times.NEVER;

    boolean mayTake(long now) {
        return now - lastTaken >= APART && (now - lastMoved >= QUIET || now - restlessSince >= LATEST);
    }

    void taken(long now) {
        lastTaken = now;
    }

    void moved(long now) {
        restlessSince = now - lastMoved >= QUIET ? now : restlessSince;
        lastMoved = now;
    }

    /** When it may be taken next if nothing moves, in ms. */
    long nextMoment(long now) {
        if (mayTake(now)) {
            return Times.NO_TIMER;
        }
        return Math.max(lastTaken + APART, Math.min(lastMoved + QUIET, restlessSince + LATEST));
    }
}
