package plugwright.station.sim.net;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a group may be told, over time: after a fall the limit before it counts for as long as the fall may take to
 * reach everyone. mA on each phase.
 */
final class LimitInForce {

    /** Nobody asks for what was before. */
    private static final long LONGEST = 60_000;

    private record Past(int milliampere, long until) {}

    private final Deque<Past> before = new ArrayDeque<>();
    private int now;
    private long fellAt = Long.MIN_VALUE / 4;

    LimitInForce(int milliampere) {
        this.now = milliampere;
    }

    /** Another limit from this moment on. */
    void become(int milliampere, long moment) {
        if (milliampere < now) {
            fellAt = moment;
        }
        if (milliampere != now) {
            before.add(new Past(now, moment));
            now = milliampere;
        }
    }

    int now() {
        return now;
    }

    /** The last moment at which it fell. */
    long fellAt() {
        return fellAt;
    }

    /** The highest that was in force within the last so many ms. */
    int highestWithin(long millis, long moment) {
        while (!before.isEmpty() && before.getFirst().until() < moment - LONGEST) {
            before.removeFirst();
        }
        int highest = now;
        for (Past past : before) {
            highest = past.until() >= moment - millis ? Math.max(highest, past.milliampere()) : highest;
        }
        return highest;
    }
}
