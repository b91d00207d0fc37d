package plugwright.station.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;

/** Which properties of the catalogue a station of some shape has. */
final class ServedProperties {

    /**
     * Objects of the second socket. Most are those of the first plus 0x1000, but not every object above 0x3000 is
     * one (3260 is the display), so they are listed.
     */
    private static final Set<Integer> SECOND_SOCKET_OBJECTS = Set.of(
            0x2167, 0x2502, 0x2512, 0x3125, 0x3129, 0x312A, 0x312B, 0x312C, 0x312D, 0x312F, 0x3160, 0x3173, 0x3221,
            0xF020);

    /** SCN-PhaseMapping-2. */
    private static final PropertyId SECOND_SOCKET_MAPPING = PropertyId.of("2180_9");

    /** Maximum currents of the outlets 1.2 and 2.2. */
    private static final Set<PropertyId> SECOND_OUTLETS = Set.of(PropertyId.of("2173_0"), PropertyId.of("3173_0"));

    private ServedProperties() {}

    static List<Property> of(Catalogue catalogue, StationShape shape) {
        List<Property> served = new ArrayList<>();
        for (Property property : catalogue.all()) {
            if (property.served() == Property.Served.BY_OUR_STATION
                    && !property.category().isEmpty()
                    && isPartOf(property.id(), shape)) {
                served.add(property);
            }
        }
        return List.copyOf(served);
    }

    private static boolean isPartOf(PropertyId id, StationShape shape) {
        if (isOfSecondSocket(id) && !shape.isDouble()) {
            return false;
        }
        return !SECOND_OUTLETS.contains(id) || shape.secondOutlets() == StationShape.SecondOutlets.TYPE_E;
    }

    static boolean isOfSecondSocket(PropertyId id) {
        return SECOND_SOCKET_OBJECTS.contains(id.object())
                || id.equals(SECOND_SOCKET_MAPPING)
                || id.equals(Known.CONNECTOR_2_MAX_CURRENT);
    }
}
