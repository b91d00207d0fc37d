package plugwright.meter.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The meters that come with the program: those whose registers are sure, from {@code presets.json}. */
public final class MeterPresets {

    /** Not a map but a way to find one: the meter describes itself. */
    public static final String SUNSPEC = "sunspec";

    private static final String FILE = "presets.json";

    private final Map<String, Outcome<MeterPreset>> presets;

    private MeterPresets(Map<String, Outcome<MeterPreset>> presets) {
        this.presets = presets;
    }

    /** Those of this program. */
    public static MeterPresets shipped() {
        try (InputStream in = MeterPresets.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in the program");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MeterPresets of(String text) {
        Map<String, Outcome<MeterPreset>> presets = new LinkedHashMap<>();
        for (JsonNode entry : JsonMapper.builder().build().readTree(text)) {
            String key = entry.get("key").stringValue();
            String models = entry.get("models").stringValue();
            int unit = entry.get("unit").intValue();
            presets.put(
                    key,
                    MeterMapJson.read(key, entry.get("map")).map(map -> new MeterPreset(key, models, unit, map)));
        }
        return new MeterPresets(presets);
    }

    /** All that can be used. */
    public List<MeterPreset> usable() {
        List<MeterPreset> usable = new ArrayList<>();
        presets.values().forEach(p -> {
            if (p instanceof Outcome.Ok<MeterPreset>(var preset)) {
                usable.add(preset);
            }
        });
        return usable;
    }

    /** The preset of this key; a meter that cannot be used for load balancing is refused with the reason. */
    public Outcome<MeterPreset> find(String key) {
        Outcome<MeterPreset> known = presets.get(key);
        if (known != null) {
            return known;
        }
        List<String> keys = usable().stream().map(MeterPreset::key).toList();
        return Outcome.failed(ProblemCode.METER_PRESET_UNKNOWN, key, String.join(", ", keys) + ", " + SUNSPEC);
    }
}
