package plugwright.station.store;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** Keeps a station's values through power cuts. One owner; not safe for several threads at once. */
public final class PropertyStore {

    /** The file that counts. */
    public static final String NAME = "properties.store";

    /** The next one while it is being written; without meaning after a cut. */
    public static final String NEXT = "properties.store.next";

    private final StoreFiles files;

    public PropertyStore(StoreFiles files) {
        this.files = files;
    }

    /** @return what was saved last, empty for a new station, or FILE_UNREADABLE */
    public Outcome<Map<PropertyId, PropertyValue>> load() {
        try {
            Optional<byte[]> bytes = files.read(NAME);
            if (bytes.isEmpty()) {
                return Outcome.ok(Map.of());
            }
            return StoreFormat.decode(bytes.get())
                    .map(Outcome::ok)
                    .orElseGet(() -> Outcome.failed(ProblemCode.FILE_UNREADABLE, NAME, "damaged"));
        } catch (IOException broken) {
            return Outcome.failed(ProblemCode.FILE_UNREADABLE, NAME, String.valueOf(broken.getMessage()));
        }
    }

    /**
     * Replaces all values. When it returns well they are on the disk; when it does not, or the power goes, the old
     * ones or the new ones are.
     *
     * @return the values, or FILE_UNWRITABLE
     */
    public Outcome<Map<PropertyId, PropertyValue>> save(Map<PropertyId, PropertyValue> values) {
        try {
            files.write(NEXT, StoreFormat.encode(values));
            // The content must be on the disk before the name points to it, and the name before anyone is told.
            files.sync(NEXT);
            files.rename(NEXT, NAME);
            files.syncDirectory();
            return Outcome.ok(values);
        } catch (IOException broken) {
            return Outcome.failed(ProblemCode.FILE_UNWRITABLE, NAME, String.valueOf(broken.getMessage()));
        }
    }
}
