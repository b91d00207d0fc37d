package plugwright.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All properties that are known, in the order of their identifiers. Immutable. */
public final class Catalogue {

    private static final List<String> SHIPPED = List.of("station-properties.tsv", "plugwright-properties.tsv");

    private final Map<PropertyId, Property> byId;

    private Catalogue(Map<PropertyId, Property> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** A catalogue of exactly these properties; of two with the same identifier the later one counts. */
    public static Catalogue of(Collection<Property> properties) {
        Map<PropertyId, Property> byId = new TreeMap<>();
        properties.forEach(p -> byId.put(p.id(), p));
        return new Catalogue(byId);
    }

    /** What ships with the program. */
    public static Catalogue shipped() {
        List<Property> all = new ArrayList<>();
        for (String name : SHIPPED) {
            all.addAll(CatalogueTable.parse(lines(name)));
        }
        return of(all);
    }

    private static List<String> lines(String resource) {
        InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Optional<Property> find(PropertyId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * A property that code relies on.
     *
     * @throws IllegalStateException if the shipped tables lack it
     */
    public Property get(PropertyId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("not in the catalogue: " + id));
    }

    public Collection<Property> all() {
        return byId.values();
    }
}
