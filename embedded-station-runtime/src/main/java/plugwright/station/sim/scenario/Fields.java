package plugwright.station.sim.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An object of a scenario file with the place where it stands, for errors that say where to look. */
final class Fields {

    /** What is wrong with a file and where; never leaves the reader. */
    static final class Wrong extends RuntimeException {
        private final transient String place;

        Wrong(String place, String what) {
            super((place.isEmpty() ? "the file" : place) + ": " + what, null, false, false);
            this.place = place;
        }

        /** Where it stands, as {@code events[2].plug}. */
        String place() {
            return place;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    private final JsonNode node;
    private final String place;
    private final Set<String> asked = new TreeSet<>();

    Fields(JsonNode node, String place) {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw new Wrong(place, "an object in braces is needed");
        }
    }

    Wrong wrong(String name, String what) {
        return new Wrong(at(name), what);
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /** To be called when all known fields were asked for: a misspelt one must not be passed over. */
    void refuseOthers() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw wrong(name, "unknown here; known are " + String.join(", ", asked));
            }
        }
    }

    Optional<JsonNode> get(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name)).filter(n -> !n.isNull());
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "missing"));
    }

    Optional<String> optionalText(String name) {
        return get(name).map(n -> textOf(n, name));
    }

    private String textOf(JsonNode value, String name) {
        if (!value.isString()) {
            throw wrong(name, "a text in quotes is needed, not " + value);
        }
        return value.stringValue();
    }

    /** A number in thousandths, as currents, seconds and fractions are kept. */
    Optional<Integer> optionalMilli(String name, int least, int most) {
        return get(name).map(n -> milli(n, name, least, most));
    }

    int milli(String name, int least, int most) {
        return optionalMilli(name, least, most).orElseThrow(() -> wrong(name, "missing"));
    }

    int milli(JsonNode value, String name, int least, int most) {
        if (!value.isNumber()) {
            throw wrong(name, "a number is needed, not " + value);
        }
        BigDecimal thousandths = value.decimalValue().movePointRight(3);
        BigDecimal low = BigDecimal.valueOf(least);
        BigDecimal high = BigDecimal.valueOf(most);
        if (thousandths.compareTo(low) < 0 || thousandths.compareTo(high) > 0) {
            throw wrong(name, String.format(Locale.ROOT, "%s is not within %s and %s", value,
                    low.movePointLeft(3).stripTrailingZeros().toPlainString(),
                    high.movePointLeft(3).stripTrailingZeros().toPlainString()));
        }
        return thousandths.intValue();
    }

    int whole(String name, int least, int most) {
        return optionalWhole(name, least, most).orElseThrow(() -> wrong(name, "missing"));
    }

    Optional<Integer> optionalWhole(String name, int least, int most) {
        return get(name).map(n -> {
            if (!n.isIntegralNumber() || !n.canConvertToInt() || n.intValue() < least || n.intValue() > most) {
                throw wrong(name, n + " is not a whole number from " + least + " to " + most);
            }
            return n.intValue();
        });
    }

    Optional<Boolean> optionalBoolean(String name) {
        return get(name).map(n -> {
            if (!n.isBoolean()) {
                throw wrong(name, n + " is neither true nor false");
            }
            return n.booleanValue();
        });
    }

    /** A name of an enum's value, in any case, with - for _. */
    <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
        return optionalText(name).map(t -> choice(t, name, type));
    }

    <E extends Enum<E>> E choice(JsonNode value, String name, Class<E> type) {
        return choice(textOf(value, name), name, type);
    }

    private <E extends Enum<E>> E choice(String text, String name, Class<E> type) {
        String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong(name, "\"" + text + "\" is none of " + Arrays.stream(type.getEnumConstants())
                        .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", "))));
    }

    Optional<Fields> optionalObject(String name) {
        return get(name).map(n -> new Fields(n, at(name)));
    }

    Fields object(String name) {
        return optionalObject(name).orElseThrow(() -> wrong(name, "missing"));
    }

    /** The objects of a list; none where it is missing. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        List<JsonNode> values = values(name);
        for (int i = 0; i < values.size(); i++) {
            objects.add(new Fields(values.get(i), at(name) + "[" + i + "]"));
        }
        return objects;
    }

    /** The values of a list; none where it is missing. */
    List<JsonNode> values(String name) {
        List<JsonNode> values = new ArrayList<>();
        get(name).ifPresent(n -> {
            if (!n.isArray()) {
                throw wrong(name, "a list in square brackets is needed, not " + n);
            }
            n.values().forEach(values::add);
        });
        return values;
    }

    /** The names in this object. */
    List<String> names() {
        return List.copyOf(node.propertyNames());
    }
}
