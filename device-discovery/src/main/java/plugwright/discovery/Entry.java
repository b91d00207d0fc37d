package plugwright.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plugwright.model.HostPort;
import plugwright.model.StationId;
import plugwright.model.WireTime;

/** All that is known of one station: its facts and its places. */
final class Entry {

    /** A station has a wired and perhaps a given and a self-given address; older ones are dropped. */
    static final int MOST_PLACES = 4;

    /** mDNS may call a station by another name than its serial number; more than one such name is an accident. */
    private static final int MOST_OTHER_NAMES = 4;

    private final StationId serial;
    private final Map<HostPort, Place> places = new LinkedHashMap<>();
    private final Set<StationId> otherNames = new LinkedHashSet<>();
    private KnownFacts facts = KnownFacts.NONE;

    Entry(StationId serial) {
        this.serial = serial;
    }

    StationId serial() {
        return serial;
    }

    KnownFacts facts() {
        return facts;
    }

    Collection<Place> places() {
        return places.values();
    }

    Optional<Place> place(HostPort at) {
        return Optional.ofNullable(places.get(at));
    }

    void learn(KnownFacts newer) {
        facts = facts.updatedBy(newer);
    }

    void alsoCalled(StationId name) {
        if (!name.equals(serial) && otherNames.size() < MOST_OTHER_NAMES) {
            otherNames.add(name);
        }
    }

    boolean isCalled(StationId name) {
        return serial.equals(name) || otherNames.contains(name);
    }

    /** The place of this address, new if need be; then the one not seen for longest makes room. */
    Place placeAt(HostPort at, WireTime now) {
        Place known = places.get(at);
        if (known != null) {
            return known;
        }
        if (places.size() >= MOST_PLACES) {
            places.values().stream()
                    .min(Comparator.comparing(Place::lastSeen))
                    .ifPresent(oldest -> places.remove(oldest.at()));
        }
        Place added = new Place(at, now);
        places.put(at, added);
        return added;
    }

    void remove(HostPort at) {
        places.remove(at);
    }

    WireTime lastSeen() {
        return places.values().stream()
                .map(Place::lastSeen)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("an entry without a place: " + serial));
    }

    /** Places by what is best to show: answering ones, then ones in reach, then the latest seen. */
    List<Place> bestFirst(Comparator<Place> answeringThenInReach) {
        List<Place> sorted = new ArrayList<>(places.values());
        sorted.sort(
                answeringThenInReach
                        .thenComparing(Place::lastSeen, Comparator.reverseOrder())
                        .thenComparing(place -> place.at().toString()));
        return sorted;
    }
}
