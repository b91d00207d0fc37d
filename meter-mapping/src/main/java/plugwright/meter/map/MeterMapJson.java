package plugwright.meter.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Register maps as text; docs/meter-maps.md describes the form. Strict: what is not known is refused, with its name. */
public final class MeterMapJson {

    private static final Set<String> FIELDS = Set.of(
            "name", "function", "wordOrder", "direction", "addressBase", "maxRegisters", "gaps", "currents", "powers",
            "voltages");
    private static final Set<String> REGISTER_FIELDS = Set.of("register", "type", "scale", "scaleRegister");

    private MeterMapJson() {}

    /** Why a map cannot be used; the words go to the user. */
    private static final class Unusable extends Exception {
        Unusable(String why) {
            super(why);
        }
    }

    /**
     * Reads a map.
     *
     * @param source its file name, for messages
     */
    public static Outcome<MeterMap> read(String source, String text) {
        JsonNode node;
        try {
            node = JsonMapper.builder().build().readTree(text);
        } catch (JacksonException e) {
            return Outcome.failed(ProblemCode.METER_MAP_UNREADABLE, source, "it is not JSON");
        }
        return read(source, node);
    }

    static Outcome<MeterMap> read(String source, JsonNode node) {
        try {
            return map(source, node);
        } catch (JacksonException e) {
            return Outcome.failed(ProblemCode.METER_MAP_UNREADABLE, source, "a value has a form that no field has");
        } catch (Unusable | IllegalArgumentException e) {
            return Outcome.failed(ProblemCode.METER_MAP_UNREADABLE, source, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<MeterMap> map(String source, JsonNode node) throws Unusable {
        known(node, FIELDS, "the map");
        JsonNode named = node.get("name");
        if (named != null && !named.isString()) {
            throw new Unusable("name must be a text");
        }
        String name = named == null ? source : named.stringValue();
        AddressBase base = word(node, "addressBase", AddressBase.WIRE, AddressBase.values());
        List<Register> currents = registers(node, "currents", base);
        if (currents.isEmpty()) {
            return Outcome.failed(ProblemCode.METER_WITHOUT_CURRENTS, name);
        }
        List<Register> powers = registers(node, "powers", base);
        Direction standard = powers.isEmpty() ? Direction.NOT_TOLD : Direction.FROM_POWER;
        return Outcome.ok(new MeterMap(
                name,
                function(node),
                word(node, "wordOrder", WordOrder.HIGH_FIRST, WordOrder.values()),
                word(node, "direction", standard, Direction.values()),
                node.has("maxRegisters") ? integer(node, "maxRegisters") : MeterMap.MODBUS_MAX_REGISTERS,
                word(node, "gaps", MeterMap.Gaps.READABLE, MeterMap.Gaps.values()),
                currents,
                powers,
                registers(node, "voltages", base)));
    }

    private static void known(JsonNode node, Set<String> fields, String of) throws Unusable {
        if (!node.isObject()) {
            throw new Unusable(of + " must be a JSON object");
        }
        for (String field : node.propertyNames()) {
            if (!fields.contains(field)) {
                throw new Unusable("\"" + field + "\" is not a field of " + of);
            }
        }
    }

    private static FunctionCode function(JsonNode node) throws Unusable {
        return FunctionCode.ofNumber(integer(node, "function"))
                .orElseThrow(() -> new Unusable("function must be 3 or 4"));
    }

    private static int integer(JsonNode node, String field) throws Unusable {
        JsonNode value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new Unusable(field + " must be a whole number");
        }
        return value.intValue();
    }

    /** Words are the constants in small letters, with hyphens. */
    private static <E extends Enum<E>> E word(JsonNode node, String field, E standard, E[] values) throws Unusable {
        JsonNode value = node.get(field);
        if (value == null) {
            return standard;
        }
        for (E constant : values) {
            if (value.isString() && value.stringValue().equals(text(constant))) {
                return constant;
            }
        }
        throw new Unusable(field + " must be one of "
                + List.of(values).stream().map(MeterMapJson::text).collect(Collectors.joining(", ")));
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Register> registers(JsonNode node, String field, AddressBase base) throws Unusable {
        JsonNode list = node.get(field);
        List<Register> registers = new ArrayList<>();
        if (list == null) {
            return registers;
        }
        if (!list.isArray()) {
            throw new Unusable(field + " must be a list");
        }
        for (JsonNode entry : list) {
            registers.add(register(entry, field, base));
        }
        return registers;
    }

    private static Register register(JsonNode entry, String field, AddressBase base) throws Unusable {
        known(entry, REGISTER_FIELDS, field);
        if (!entry.has("type")) {
            throw new Unusable("type is missing in " + field);
        }
        RegisterType type = word(entry, "type", RegisterType.INT16, RegisterType.values());
        Scale scale = Scale.ONE;
        if (entry.has("scaleRegister")) {
            scale = new Scale.Exponent(base.toWire(integer(entry, "scaleRegister")));
        } else if (entry.has("scale")) {
            JsonNode factor = entry.get("scale");
            if (!factor.isNumber()) {
                throw new Unusable("scale must be a number");
            }
            scale = new Scale.Factor(factor.doubleValue());
        }
        return new Register(base.toWire(integer(entry, "register")), type, scale);
    }
}
