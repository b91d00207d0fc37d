package plugwright.meter;

/**
 * Whether a meter is to be counted as lost: after 60 s without anything valid from it (ALB-4). Knows no clock: moments
 * are milliseconds of one clock of the caller's choice that only runs forward.
 */
public final class MeterWatch {

    /** A meter may be slow; the guide allows 60 s without an answer. */
    public static final long LOST_AFTER_MILLIS = 60_000;

    /** What changed. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** It has just become lost. */
        LOST,
        /** It is there, for the first time or again. */
        THERE
    }

    private enum State {
        STARTING,
        THERE,
        LOST
    }

    private State state = State.STARTING;
    private long newestMillis;

    /** @param nowMillis when watching begins: the meter has its time from here */
    public MeterWatch(long nowMillis) {
        newestMillis = nowMillis;
    }

    /** A valid reading arrived. */
    public Change reading(long nowMillis) {
        newestMillis = nowMillis;
        return to(State.THERE);
    }

    /** Time has passed. */
    public Change tick(long nowMillis) {
        return silentMillis(nowMillis) >= LOST_AFTER_MILLIS ? to(State.LOST) : Change.NONE;
    }

    /** How long nothing valid has come. */
    public long silentMillis(long nowMillis) {
        return nowMillis - newestMillis;
    }

    public boolean isLost() {
        return state == State.LOST;
    }

    private Change to(State next) {
        if (state == next) {
            return Change.NONE;
        }
        state = next;
        return next == State.LOST ? Change.LOST : Change.THERE;
    }
}
