package plugwright.station.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

/** A program that saves generation after generation until it is killed; each is recognisable as a whole. */
public final class StoreWriter {

    private static final int ENTRIES = 400;

    private StoreWriter() {}

    /** @param arguments directory, first generation, and the last one for a writer that is to end by itself */
    public static void main(String[] arguments) throws IOException {
        PropertyStore store = new PropertyStore(new DirectoryFiles(Path.of(arguments[0])));
        long first = Long.parseLong(arguments[1]);
        // The first save loads classes and is slow: from the second on a kill falls anywhere within one.
        store.save(values(first));
        System.out.write('r');
        System.out.flush();
        long last = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE;
        for (long generation = first + 1; generation <= last; generation++) {
            store.save(values(generation));
            // Each byte on standard output says that a save is done.
            System.out.write('s');
            System.out.flush();
        }
    }

    /** Everything in it follows from the generation, the length too. */
    static Map<PropertyId, PropertyValue> values(long generation) {
        Map<PropertyId, PropertyValue> values = new TreeMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            values.put(
                    new PropertyId(0x2000 + i, 0),
                    i % 2 == 0
                            ? PropertyValue.of(generation)
                            : PropertyValue.of("x".repeat((int) (generation % 50)) + generation));
        }
        return values;
    }
}
