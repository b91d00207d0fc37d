package plugwright.discovery;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import plugwright.model.HostPort;
import plugwright.model.WireTime;

/** One address at which a station was seen: by whom, on which adapters, and how long each sighting counts. */
final class Place {

    /** The tool asks by UDP every 30 s at the longest: two answers may be lost. */
    static final Duration UDP_COUNTS_FOR = Duration.ofSeconds(75);

    /** An mDNS record lives up to 75 minutes in the cache; without any answer it is not believed for so long. */
    static final Duration SILENT_MDNS_COUNTS_FOR = Duration.ofMinutes(3);

    private final HostPort at;
    private final Map<Source, WireTime> seen = new EnumMap<>(Source.class);
    private final Set<String> adapters = new TreeSet<>();
    private WireTime lastSeen;

    Place(HostPort at, WireTime now) {
        this.at = at;
        this.lastSeen = now;
    }

    HostPort at() {
        return at;
    }

    WireTime lastSeen() {
        return lastSeen;
    }

    Set<String> adapters() {
        return adapters;
    }

    void seen(Source source, WireTime now) {
        seen.put(source, now);
        lastSeen = lastSeen.compareTo(now) > 0 ? lastSeen : now;
    }

    void seenOn(String adapter) {
        adapters.add(adapter);
    }

    /** An answer to /api/info is a sign of life, though no source of its own. */
    void answered(WireTime now) {
        lastSeen = lastSeen.compareTo(now) > 0 ? lastSeen : now;
    }

    void leave(Source source) {
        seen.remove(source);
    }

    /** Its adapters are those that are still there; a place without one is no longer seen by mDNS and UDP. */
    void keepAdapters(Set<String> present) {
        if (!adapters.isEmpty() && adapters.retainAll(present) && adapters.isEmpty()) {
            seen.remove(Source.MDNS);
            seen.remove(Source.UDP);
        }
    }

    /** Takes over what another knows of the same address. */
    void takeOver(Place other) {
        other.seen.forEach(this::seen);
        adapters.addAll(other.adapters);
    }

    boolean hasSource() {
        return !seen.isEmpty();
    }

    /** The sources whose sightings still count. */
    Set<Source> sources(WireTime now, Questions.Answer answer) {
        Set<Source> counting = EnumSet.noneOf(Source.class);
        seen.forEach((source, last) -> {
            if (counts(source, last, now, answer)) {
                counting.add(source);
            }
        });
        return counting;
    }

    private static boolean counts(Source source, WireTime last, WireTime now, Questions.Answer answer) {
        return switch (source) {
            case TYPED -> true;
            case UDP -> now.since(last).compareTo(UDP_COUNTS_FOR) < 0;
            case MDNS ->
                !(answer instanceof Questions.Answer.No no)
                        || now.since(later(no.since(), last)).compareTo(SILENT_MDNS_COUNTS_FOR) < 0;
        };
    }

    private static WireTime later(WireTime one, WireTime other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
