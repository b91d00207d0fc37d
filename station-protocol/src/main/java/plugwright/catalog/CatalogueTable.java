package plugwright.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import plugwright.model.Outcome;

/**
 * Reads the tab-separated tables of properties: one header line, then id, category, name, type, access, unit, len,
 * min, max, default, reboot, back-office key, sample, served, values, confidence.
 */
final class CatalogueTable {

    private static final int ID = 0;
    private static final int CATEGORY = 1;
    private static final int NAME = 2;
    private static final int TYPE = 3;
    private static final int ACCESS = 4;
    private static final int UNIT = 5;
    private static final int LENGTH = 6;
    private static final int MIN = 7;
    private static final int MAX = 8;
    private static final int DEFAULT = 9;
    private static final int REBOOT = 10;
    private static final int BACK_OFFICE_KEY = 11;
    private static final int SAMPLE = 12;
    private static final int SERVED = 13;
    private static final int VALUES = 14;
    private static final int COLUMNS = 16;

    private CatalogueTable() {}

    /** Rows whose type or identifier is unknown are left out: nothing can be done with them. */
    static List<Property> parse(List<String> lines) {
        List<Property> properties = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            row(line.split("\t", COLUMNS)).ifPresent(properties::add);
        }
        return properties;
    }

    private static Optional<Property> row(String[] cells) {
        Optional<PropertyId> id = PropertyId.parse(cells[ID]);
        Optional<PropertyType> type = type(cells[TYPE]);
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Property bare = new Property(
                id.get(),
                known(cells[CATEGORY]),
                cells[NAME],
                type.get(),
                access(cells[ACCESS]),
                cells[UNIT],
                cells[LENGTH].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cells[LENGTH])),
                real(cells[MIN]),
                real(cells[MAX]),
                Optional.empty(),
                reboot(cells[REBOOT]),
                cells[BACK_OFFICE_KEY],
                cells[SERVED].equals("yes") ? Property.Served.BY_OUR_STATION : Property.Served.KNOWN_ONLY,
                cells[VALUES]);
        return Optional.of(withInitial(bare, cells[DEFAULT].isEmpty() ? cells[SAMPLE] : cells[DEFAULT]));
    }

    private static Property withInitial(Property bare, String initial) {
        Optional<PropertyValue> value = Optional.empty();
        if (!initial.isEmpty() && PropertyRules.parse(bare, initial) instanceof Outcome.Ok<PropertyValue>(var parsed)) {
            value = Optional.of(parsed);
        }
        return new Property(
                bare.id(),
                bare.category(),
                bare.description(),
                bare.type(),
                bare.access(),
                bare.unit(),
                bare.length(),
                bare.min(),
                bare.max(),
                value,
                bare.reboot(),
                bare.backOfficeKey(),
                bare.served(),
                bare.remark());
    }

    private static String known(String category) {
        return category.equals("?") ? "" : category;
    }

    /** Written {@code f32(8)}: the code in brackets is the one on the wire. */
    private static Optional<PropertyType> type(String cell) {
        int open = cell.indexOf('(');
        return open < 0
                ? Optional.empty()
                : PropertyType.ofCode(Integer.parseInt(cell, open + 1, cell.length() - 1, 10));
    }

    private static Property.Access access(String cell) {
        if (cell.startsWith("rw on wire")) {
            return Property.Access.GUARDED;
        }
        if (cell.startsWith("wo")) {
            return Property.Access.WRITE_ONLY;
        }
        return cell.equals("rw") ? Property.Access.READ_WRITE : Property.Access.READ_ONLY;
    }

    private static OptionalDouble real(String cell) {
        return cell.isEmpty() || cell.equals("-")
                ? OptionalDouble.empty()
                : OptionalDouble.of(new BigDecimal(cell).doubleValue());
    }

    private static Property.Reboot reboot(String cell) {
        return switch (cell) {
            case "yes" -> Property.Reboot.NEEDED;
            case "no" -> Property.Reboot.NOT_NEEDED;
            default -> Property.Reboot.UNKNOWN;
        };
    }
}
