package plugwright.station.control;

/**
 * The lowest of the targets of the last w: what may be told when the target rises. Keeps the targets that can still
 * be the lowest, oldest and lowest first.
 */
final class DampedTarget {

    /** Targets change at most each tick of 0.2 s and w is at most 10 s: 51, with room for ticks that events add. */
    private static final int MAX_TARGETS = 128;

    private final int[] target = new int[MAX_TARGETS];
    private final long[] lastSeen = new long[MAX_TARGETS];
    private int first;
    private int count;

    /** Forgets what was: the next target is told at once. */
    void reset() {
        count = 0;
    }

    void record(int milliampere, long now) {
        while (count > 0 && target[at(count - 1)] > milliampere) {
            count--;
        }
        if (count > 0 && target[at(count - 1)] == milliampere) {
            lastSeen[at(count - 1)] = now;
            return;
        }
        if (count == MAX_TARGETS) {
            // The newer of the two lowest goes: what is told then rises later, never sooner.
            count--;
        }
        target[at(count)] = milliampere;
        lastSeen[at(count)] = now;
        count++;
    }

    /** The lowest recorded within the last {@code wait} ms; the newest one at least. */
    int lowest(long now, long wait) {
        while (count > 1 && lastSeen[first] + wait <= now) {
            first = (first + 1) % MAX_TARGETS;
            count--;
        }
        return count == 0 ? 0 : target[first];
    }

    /** Whether a lower one than the newest is still remembered. */
    boolean isChanging() {
        return count > 1;
    }

    private int at(int index) {
        return (first + index) % MAX_TARGETS;
    }
}
