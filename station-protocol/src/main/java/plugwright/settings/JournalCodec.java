package plugwright.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.StationId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Journal entries ↔ lines of JSON. A line cut short by a power loss is none. */
final class JournalCodec {

    private final JsonMapper json = JsonMapper.builder().build();

    String line(Journal.Entry entry) {
        ObjectNode node = json.createObjectNode();
        node.put("at", entry.at().toString());
        node.put("station", entry.station().serial());
        node.put("who", entry.who());
        ObjectNode before = node.putObject("before");
        entry.before().forEach((id, value) -> {
            switch (value) {
                case PropertyValue.Whole whole -> before.put(id.toString(), whole.value());
                case PropertyValue.Real real -> before.put(id.toString(), real.value());
                case PropertyValue.Text text -> before.put(id.toString(), text.value());
            }
        });
        return json.writeValueAsString(node);
    }

    Optional<Journal.Entry> parse(String line) {
        try {
            JsonNode node = json.readTree(line);
            String serial = node.path("station").asString("");
            if (!StationId.isValid(serial)) {
                return Optional.empty();
            }
            Map<PropertyId, PropertyValue> before = new HashMap<>();
            node.path("before").properties().forEach(e -> PropertyId.parse(e.getKey())
                    .ifPresent(id -> before.put(id, value(e.getValue()))));
            return Optional.of(new Journal.Entry(
                    Instant.parse(node.path("at").asString("")),
                    new StationId(serial),
                    node.path("who").asString(""),
                    before));
        } catch (JacksonException | DateTimeException cutShort) {
            return Optional.empty();
        }
    }

    private static PropertyValue value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return PropertyValue.of(node.asLong());
        }
        return node.isNumber() ? PropertyValue.of(node.asDouble()) : PropertyValue.of(node.asString(""));
    }
}
