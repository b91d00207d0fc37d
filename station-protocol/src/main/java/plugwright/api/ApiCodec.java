package plugwright.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyRules;
import plugwright.catalog.PropertyType;
import plugwright.catalog.PropertyValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of the HTTPS API ↔ messages, both directions. Lenient in what it accepts: unknown fields are passed over,
 * values come as number, string or boolean. Bytes that are no such message raise {@link Unreadable}.
 */
public final class ApiCodec {

    private static final int VERSION = 2;

    private final JsonMapper json = JsonMapper.builder().build();

    public byte[] login(LoginRequest request) {
        ObjectNode node = json.createObjectNode();
        node.put("username", request.username());
        node.put("password", request.password());
        if (!request.displayName().isEmpty()) {
            node.put("displayname", request.displayName());
        }
        return bytes(node);
    }

    public LoginRequest parseLogin(byte[] body) throws Unreadable {
        JsonNode node = object(body);
        String name = text(node, "displayname");
        return new LoginRequest(
                text(node, "username"),
                text(node, "password"),
                name.substring(0, Math.min(name.length(), LoginRequest.MAX_DISPLAY_NAME)));
    }

    public byte[] holder(SessionHolder holder) {
        ObjectNode node = json.createObjectNode();
        ObjectNode session = node.putObject("session");
        session.put("displayname", holder.displayName());
        session.put("openSeconds", holder.openSeconds());
        session.put("idleLimitSeconds", holder.idleLimitSeconds());
        return bytes(node);
    }

    /** @return empty where the station does not say who it is, as real ones */
    public Optional<SessionHolder> parseHolder(byte[] body) {
        try {
            JsonNode session = object(body).path("session");
            String name = text(session, "displayname");
            long open = session.path("openSeconds").asLong(-1);
            long limit = session.path("idleLimitSeconds").asLong(-1);
            return open < 0 || limit < 0
                    ? Optional.empty()
                    : Optional.of(new SessionHolder(
                            name.substring(0, Math.min(name.length(), LoginRequest.MAX_DISPLAY_NAME)), open, limit));
        } catch (Unreadable notSaid) {
            return Optional.empty();
        }
    }

    public byte[] info(StationInfo info) {
        ObjectNode node = json.createObjectNode();
        node.put("Identity", info.identity());
        node.put("ObjectId", info.objectId());
        node.put("Model", info.model());
        node.put("FWVersion", info.firmware());
        node.put("Type", info.type());
        node.put("SCNNetwork", info.scnName());
        node.put("LastConfig", "");
        node.put("ContentType", "alfen/json");
        node.put("BOConnection", "");
        return bytes(node);
    }

    public StationInfo parseInfo(byte[] body) throws Unreadable {
        JsonNode node = object(body);
        String objectId = text(node, "ObjectId");
        if (objectId.isEmpty()) {
            throw new Unreadable("no ObjectId");
        }
        return new StationInfo(
                text(node, "Identity"),
                objectId,
                text(node, "Model"),
                text(node, "FWVersion"),
                text(node, "Type"),
                text(node, "SCNNetwork"));
    }

    public byte[] categories(List<String> categories) {
        ObjectNode node = json.createObjectNode();
        node.put("version", VERSION);
        ArrayNode array = node.putArray("categories");
        categories.forEach(array::add);
        return bytes(node);
    }

    public List<String> parseCategories(byte[] body) throws Unreadable {
        List<String> categories = new ArrayList<>();
        for (JsonNode category : array(object(body), "categories")) {
            categories.add(category.asString(""));
        }
        return List.copyOf(categories);
    }

    public byte[] page(PropertyPage page) {
        ObjectNode node = json.createObjectNode();
        node.put("version", VERSION);
        ArrayNode rows = node.putArray("properties");
        for (PropertyRow row : page.rows()) {
            ObjectNode one = rows.addObject();
            one.put("id", row.id().toString());
            one.put("access", row.access());
            one.put("type", row.type().code());
            one.put("len", row.length());
            one.put("cat", row.category());
            put(one, row.type(), row.value());
        }
        node.put("offset", page.offset());
        node.put("total", page.total());
        return bytes(node);
    }

    public PropertyPage parsePage(byte[] body) throws Unreadable {
        JsonNode node = object(body);
        List<PropertyRow> rows = new ArrayList<>();
        for (JsonNode one : array(node, "properties")) {
            row(one).ifPresent(rows::add);
        }
        return new PropertyPage(
                rows, node.path("offset").asInt(0), node.path("total").asInt(rows.size()));
    }

    /** A row of an unknown type or without identifier is passed over: newer firmware may have such. */
    private static Optional<PropertyRow> row(JsonNode one) throws Unreadable {
        Optional<PropertyId> id = PropertyId.parse(one.path("id").asString(""));
        Optional<PropertyType> type = PropertyType.ofCode(one.path("type").asInt(0));
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PropertyRow(
                id.get(),
                one.path("access").asInt(PropertyRow.READ_ONLY),
                type.get(),
                one.path("len").asInt(0),
                one.path("cat").asString(""),
                typed(type.get(), one.path("value"))));
    }

    private static PropertyValue typed(PropertyType type, JsonNode value) throws Unreadable {
        try {
            if (type.isReal()) {
                return PropertyRules.real(type, value.isNumber() ? value.asDouble() : Double.parseDouble(value.asString("")));
            }
            if (type.isInteger()) {
                return PropertyValue.of(value.isNumber() ? value.asLong() : Long.parseLong(value.asString("")));
            }
            return PropertyValue.of(value.asString(""));
        } catch (IllegalArgumentException | JacksonException notOfThatType) {
            throw new Unreadable("value " + value + " is no " + type, notOfThatType);
        }
    }

    public byte[] writes(List<PropertyWrite> writes) {
        ObjectNode node = json.createObjectNode();
        for (PropertyWrite write : writes) {
            ObjectNode one = node.putObject(write.id().toString());
            one.put("id", write.id().toString());
            switch (write.value()) {
                case PropertyValue.Whole whole -> one.put("value", whole.value());
                case PropertyValue.Real real -> one.put("value", real.value());
                case PropertyValue.Text text -> one.put("value", text.value());
            }
        }
        return bytes(node);
    }

    /**
     * Values as they came: a number, or text that may hold a number; the property's type decides later.
     * Identifiers that are none are passed over, as a station does.
     */
    public List<PropertyWrite> parseWrites(byte[] body) throws Unreadable {
        List<PropertyWrite> writes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object(body).properties()) {
            JsonNode one = entry.getValue();
            Optional<PropertyId> id =
                    PropertyId.parse(one.path("id").asString(entry.getKey()));
            JsonNode value = one.path("value");
            if (id.isPresent() && !value.isMissingNode()) {
                writes.add(new PropertyWrite(id.get(), untyped(value)));
            }
        }
        return List.copyOf(writes);
    }

    private static PropertyValue untyped(JsonNode value) throws Unreadable {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return PropertyValue.of(value.asLong());
        }
        if (value.isNumber()) {
            double number = value.asDouble();
            if (!Double.isFinite(number)) {
                throw new Unreadable("value out of any range");
            }
            return PropertyValue.of(number);
        }
        if (value.isBoolean()) {
            return PropertyValue.of(value.asBoolean() ? 1L : 0L);
        }
        return PropertyValue.of(value.asString(""));
    }

    public byte[] command(String command) {
        ObjectNode node = json.createObjectNode();
        node.put("command", command);
        return bytes(node);
    }

    public String parseCommand(byte[] body) throws Unreadable {
        return text(object(body), "command");
    }

    private static void put(ObjectNode node, PropertyType type, PropertyValue value) {
        switch (value) {
            case PropertyValue.Whole whole -> node.put("value", whole.value());
            // A real32 is printed as the double that the float is.
            case PropertyValue.Real real -> node.put(
                    "value", type == PropertyType.REAL32 ? (double) (float) real.value() : real.value());
            case PropertyValue.Text text -> node.put("value", text.value());
        }
    }

    private byte[] bytes(JsonNode node) {
        return json.writeValueAsBytes(node);
    }

    private JsonNode object(byte[] body) throws Unreadable {
        try {
            JsonNode node = json.readTree(body);
            if (!node.isObject()) {
                throw new Unreadable("no JSON object");
            }
            return node;
        } catch (JacksonException broken) {
            throw new Unreadable("no JSON", broken);
        }
    }

    private static JsonNode array(JsonNode node, String name) throws Unreadable {
        JsonNode array = node.path(name);
        if (!array.isArray()) {
            throw new Unreadable("no list of " + name);
        }
        return array;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
