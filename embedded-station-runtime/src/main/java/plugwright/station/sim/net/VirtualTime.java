package plugwright.station.sim.net;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order of their milliseconds, those of the same one in the order in which they were asked for: the
 * same calls give the same course. Events of the next seconds lie in a ring with a place for each millisecond, so that
 * adding and taking one costs the same however many there are.
 */
final class VirtualTime {

    /** Longer than what usually lies ahead, short enough for a processor's cache; a power of two, in ms. */
    private static final int SPAN = 1 << 11;

    private static final int FIRST_ROOM = 4;

    /** Something that happens at a moment. */
    @FunctionalInterface
    interface Event {
        void happen();
    }

    private record Later(long at, long number, Event event) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** What happens in one millisecond. */
    private static final class Moment {
        private @Nullable Event[] events = new Event[FIRST_ROOM];
        private int count;

        void add(Event event) {
            if (count == events.length) {
                events = Arrays.copyOf(events, 2 * count);
            }
            events[count++] = event;
        }
    }

    private final @Nullable Moment[] ring = new Moment[SPAN];
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private long laterCount;
    private long nextLater = Long.MAX_VALUE;
    private long now;

    /** Milliseconds since the beginning. */
    long now() {
        return now;
    }

    /** Lets something happen so many milliseconds from now, at least in the next one. */
    void after(long millis, Event event) {
        long wait = Math.max(1, millis);
        if (wait >= SPAN) {
            later.add(new Later(now + wait, laterCount++, event));
            nextLater = Math.min(nextLater, now + wait);
            return;
        }
        int place = (int) (now + wait) & (SPAN - 1);
        Moment moment = ring[place];
        if (moment == null) {
            moment = new Moment();
            ring[place] = moment;
        }
        moment.add(event);
    }

    /** Lets everything happen up to a moment, or until someone wants no more. */
    void advanceTo(long millis, BooleanSupplier goesOn) {
        while (now < millis && goesOn.getAsBoolean()) {
            now++;
            while (nextLater <= now) {
                later.remove().event.happen();
                Later first = later.peek();
                nextLater = first == null ? Long.MAX_VALUE : first.at;
            }
            Moment moment = ring[(int) now & (SPAN - 1)];
            if (moment != null && moment.count > 0) {
                happen(moment);
            }
        }
    }

    private static void happen(Moment moment) {
        for (int i = 0; i < moment.count; i++) {
            Event event = moment.events[i];
            moment.events[i] = null;
            if (event != null) {
                event.happen();
            }
        }
        moment.count = 0;
    }
}
