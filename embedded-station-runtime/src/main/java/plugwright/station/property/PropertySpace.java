package plugwright.station.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import plugwright.api.ApiPath;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyRow;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

/**
 * The properties of one station and their values: live ones over stored ones over those it left the factory with.
 * Immutable.
 */
public final class PropertySpace {

    private final StationShape shape;
    private final Map<PropertyId, Property> served;
    private final Map<PropertyId, PropertyValue> factory;
    private final Map<PropertyId, PropertyValue> stored;

    private PropertySpace(
            StationShape shape,
            Map<PropertyId, Property> served,
            Map<PropertyId, PropertyValue> factory,
            Map<PropertyId, PropertyValue> stored) {
        this.shape = shape;
        this.served = served;
        this.factory = factory;
        this.stored = stored;
    }

    /**
     * A station as it leaves the factory.
     *
     * @param factory what differs from the catalogue's initial values
     */
    public static PropertySpace ofNew(Catalogue catalogue, StationShape shape, Map<PropertyId, PropertyValue> factory) {
        Map<PropertyId, Property> served = new TreeMap<>();
        ServedProperties.of(catalogue, shape).forEach(p -> served.put(p.id(), p));
        return new PropertySpace(shape, Collections.unmodifiableMap(served), Map.copyOf(factory), Map.of());
    }

    /** The same station with these stored values; those of properties it does not have are dropped. */
    public PropertySpace withStored(Map<PropertyId, PropertyValue> values) {
        Map<PropertyId, PropertyValue> kept = new TreeMap<>(values);
        kept.keySet().retainAll(served.keySet());
        return new PropertySpace(shape, served, factory, Collections.unmodifiableMap(kept));
    }

    /** The same station with one more value stored. */
    public PropertySpace with(PropertyId id, PropertyValue value) {
        Map<PropertyId, PropertyValue> more = new TreeMap<>(stored);
        more.put(id, value);
        return withStored(more);
    }

    /**
     * What a running station goes by: changes that need a reboot count from the next one.
     *
     * @param atBoot the same station as it was when it started
     */
    public PropertySpace inEffect(PropertySpace atBoot) {
        Map<PropertyId, PropertyValue> effective = new TreeMap<>(stored);
        served.values().stream()
                .filter(p -> p.reboot() == Property.Reboot.NEEDED)
                .map(Property::id)
                .forEach(id -> {
                    effective.remove(id);
                    PropertyValue then = atBoot.stored.get(id);
                    if (then != null) {
                        effective.put(id, then);
                    }
                });
        return withStored(effective);
    }

    public StationShape shape() {
        return shape;
    }

    /** What has been written since the factory; the store keeps exactly this. */
    public Map<PropertyId, PropertyValue> stored() {
        return stored;
    }

    public Optional<Property> find(PropertyId id) {
        return Optional.ofNullable(served.get(id));
    }

    /** The value without live ones: stored, else factory, else the catalogue's, else zero or empty. */
    public Optional<PropertyValue> value(PropertyId id) {
        return find(id).map(this::settled);
    }

    /**
     * The number of a property that every station has.
     *
     * @throws IllegalStateException if this station lacks it or it is text
     */
    public double number(PropertyId id) {
        return value(id).orElseThrow(() -> new IllegalStateException("not served: " + id)).number();
    }

    /** Names of all categories, in alphabetical order. */
    public List<String> categories() {
        TreeSet<String> names = new TreeSet<>();
        served.values().forEach(p -> names.add(p.category()));
        return List.copyOf(names);
    }

    /**
     * One reply's worth of a category.
     *
     * @param offset how many properties to leave out at the start; beyond the end gives an empty page
     * @param live values that stand above what is stored
     */
    public PropertyPage page(String category, int offset, Map<PropertyId, PropertyValue> live) {
        return cut(
                served.values().stream().filter(p -> p.category().equals(category)).toList(), offset, live);
    }

    /** One reply's worth of a list of identifiers; those it does not have are left out. */
    public PropertyPage byIds(List<PropertyId> ids, int offset, Map<PropertyId, PropertyValue> live) {
        return cut(ids.stream().flatMap(id -> find(id).stream()).toList(), offset, live);
    }

    private PropertyPage cut(List<Property> all, int offset, Map<PropertyId, PropertyValue> live) {
        int from = Math.clamp(offset, 0, all.size());
        int to = Math.min(from + ApiPath.PROPERTIES_PER_PAGE, all.size());
        List<PropertyRow> rows = new ArrayList<>();
        for (Property property : all.subList(from, to)) {
            rows.add(row(property, live));
        }
        return new PropertyPage(rows, offset, all.size());
    }

    private PropertyRow row(Property property, Map<PropertyId, PropertyValue> live) {
        return new PropertyRow(
                property.id(),
                property.access() == Property.Access.READ_ONLY ? PropertyRow.READ_ONLY : PropertyRow.READ_WRITE,
                property.type(),
                property.length().orElse(0),
                property.category(),
                shown(property, live));
    }

    private PropertyValue shown(Property property, Map<PropertyId, PropertyValue> live) {
        if (property.access() == Property.Access.WRITE_ONLY) {
            return blank(property);
        }
        PropertyValue now = live.get(property.id());
        return now == null ? settled(property) : now;
    }

    private PropertyValue settled(Property property) {
        PropertyValue value = stored.get(property.id());
        if (value == null) {
            value = factory.get(property.id());
        }
        return value == null ? property.initial().orElseGet(() -> blank(property)) : value;
    }

    private static PropertyValue blank(Property property) {
        if (property.type().isReal()) {
            return PropertyValue.of(0.0);
        }
        return property.type().isInteger() ? PropertyValue.of(0L) : PropertyValue.of("");
    }
}
