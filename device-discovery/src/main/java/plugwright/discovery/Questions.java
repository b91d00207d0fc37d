package plugwright.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plugwright.model.HostPort;
import plugwright.model.Problem;
import plugwright.model.StationId;
import plugwright.model.WireTime;

/** When to ask which address for /api/info, and what it last came to. Pure; one owner. */
final class Questions {

    /** Stations suffer from hard polling: one that answers is asked again only now and then. */
    static final Duration AGAIN_WHEN_ANSWERED = Duration.ofMinutes(2);

    /** A station that starts answers within seconds; the first pause after silence, doubled each time. */
    static final Duration FIRST_PAUSE_WHEN_SILENT = Duration.ofSeconds(2);

    static final Duration LONGEST_PAUSE_WHEN_SILENT = Duration.ofMinutes(1);

    /** What asking an address last came to. */
    sealed interface Answer {
        record NotYet() implements Answer {}

        record Yes(StationId serial, WireTime at) implements Answer {}

        record No(WireTime since, WireTime last, Problem cause) implements Answer {}
    }

    private static final class Item {
        private Answer last = new Answer.NotYet();
        private WireTime due;
        private Duration pause = FIRST_PAUSE_WHEN_SILENT;
        private boolean underWay;

        Item(WireTime due) {
            this.due = due;
        }
    }

    private final Map<HostPort, Item> items = new LinkedHashMap<>();

    /** Asks an address that is new at once; one that is known keeps its turn. */
    void want(HostPort at, WireTime now) {
        items.computeIfAbsent(at, _ -> new Item(now));
    }

    /** Asks again at once, whatever the last answer was. */
    void askSoon(HostPort at, WireTime now) {
        Item item = items.get(at);
        if (item != null) {
            item.due = now;
            item.pause = FIRST_PAUSE_WHEN_SILENT;
        }
    }

    /** Believes the last answer no longer, and asks again after the first pause. */
    void doubt(HostPort at, WireTime now) {
        Item item = items.get(at);
        if (item != null) {
            item.last = new Answer.NotYet();
            item.due = now.plus(FIRST_PAUSE_WHEN_SILENT);
        }
    }

    /** Forgets every address that is not among these. */
    void keepOnly(Set<HostPort> wanted) {
        items.keySet().retainAll(wanted);
    }

    /** Addresses whose turn it is, counted as asked from now on. */
    List<HostPort> take(WireTime now, int most) {
        List<HostPort> taken = new ArrayList<>();
        for (Map.Entry<HostPort, Item> entry : items.entrySet()) {
            Item item = entry.getValue();
            if (taken.size() < most && !item.underWay && item.due.compareTo(now) <= 0) {
                item.underWay = true;
                taken.add(entry.getKey());
            }
        }
        return taken;
    }

    void answeredYes(HostPort at, StationId serial, WireTime now) {
        Item item = items.get(at);
        if (item != null) {
            item.underWay = false;
            item.last = new Answer.Yes(serial, now);
            item.pause = FIRST_PAUSE_WHEN_SILENT;
            item.due = now.plus(AGAIN_WHEN_ANSWERED);
        }
    }

    void answeredNo(HostPort at, Problem cause, WireTime now) {
        Item item = items.get(at);
        if (item != null) {
            item.underWay = false;
            WireTime since = item.last instanceof Answer.No earlier ? earlier.since : now;
            item.last = new Answer.No(since, now, cause);
            item.due = now.plus(item.pause);
            Duration doubled = item.pause.multipliedBy(2);
            item.pause = doubled.compareTo(LONGEST_PAUSE_WHEN_SILENT) < 0 ? doubled : LONGEST_PAUSE_WHEN_SILENT;
        }
    }

    Answer of(HostPort at) {
        Item item = items.get(at);
        return item == null ? new Answer.NotYet() : item.last;
    }

    /** When the next address has its turn; empty when all are under way or there is none. */
    Optional<WireTime> nextDue() {
        return items.values().stream().filter(item -> !item.underWay).map(item -> item.due).min(WireTime::compareTo);
    }
}
