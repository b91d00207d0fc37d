package plugwright.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/** Old values, kept before every write. */
public interface Journal {

    /**
     * A save as it was about to begin.
     *
     * @param at when
     * @param station whose values
     * @param who logged-in user or program that saved
     * @param before what the station held, for each property that was to change
     */
    record Entry(Instant at, StationId station, String who, Map<PropertyId, PropertyValue> before) {
        public Entry {
            before = Map.copyOf(before);
        }

        /** The edits that bring the old values back. */
        public List<Edit> undo() {
            return before.entrySet().stream()
                    .map(e -> (Edit) new Edit.Replace(e.getKey(), e.getValue()))
                    .toList();
        }
    }

    /**
     * Keeps an entry; only then may the write begin.
     *
     * @return the entry, or FILE_UNWRITABLE
     */
    Outcome<Entry> keep(Entry entry);

    /** The newest entry of a station. */
    Optional<Entry> newest(StationId station);

    /** All of a station, newest first, as far as they are kept. */
    List<Entry> all(StationId station);
}
