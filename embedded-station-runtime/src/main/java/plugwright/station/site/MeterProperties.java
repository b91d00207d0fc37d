package plugwright.station.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.meter.io.MeterAddress;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.meter.map.StoredMap;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.model.HostPort;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.meter.ModbusMeterSettings;
import plugwright.station.property.PropertySpace;

/** What a station's properties say of its Modbus meter: 2523, the map in 2570 to 2574, and our own F006. */
final class MeterProperties {

    private static final PropertyId ENABLED = PropertyId.of("2523_1");
    private static final PropertyId MODEL = PropertyId.of("2523_2");
    private static final PropertyId TRANSPORT = PropertyId.of("2523_3");
    private static final PropertyId ADDRESS = PropertyId.of("2523_4");
    private static final PropertyId UNIT = PropertyId.of("2523_6");
    private static final PropertyId MEASURANDS = PropertyId.of("2570_0");
    private static final PropertyId REGISTERS = PropertyId.of("2571_0");
    private static final PropertyId TYPES = PropertyId.of("2572_0");
    private static final PropertyId SCALES = PropertyId.of("2573_0");
    private static final PropertyId WORD_ORDER = PropertyId.of("2574_0");
    private static final PropertyId EVERY = PropertyId.of("2574_1");
    private static final PropertyId TIMEOUT = PropertyId.of("2574_2");
    private static final PropertyId FUNCTION = PropertyId.of("2574_3");
    private static final PropertyId PORT = PropertyId.of("F006_1");
    private static final PropertyId PRESET = PropertyId.of("F006_2");

    private static final int SOCOMEC = 1;
    private static final int CUSTOM = 2;
    private static final int HEX = 16;

    /** No array of a station is longer. */
    private static final int MAX_SLOTS = 50;

    private final PropertySpace space;

    private MeterProperties(PropertySpace space) {
        this.space = space;
    }

    /**
     * How its meter is to be asked.
     *
     * @param space values in effect
     * @return the settings, or METER_SETTINGS, METER_PRESET_UNKNOWN, METER_MAP_UNREADABLE, METER_WITHOUT_CURRENTS
     */
    static Outcome<ModbusMeterSettings> of(PropertySpace space) {
        return new MeterProperties(space).settings();
    }

    /** Where the meter is said to be, as its log lines name it; leading zeros left out. */
    static HostPort at(PropertySpace space) {
        String typed = space.value(ADDRESS).map(PropertyValue::text).orElse("");
        return new HostPort(
                Ipv4Address.parse(typed.strip()).map(Ipv4Address::toString).orElse(typed.strip()),
                (int) space.number(PORT));
    }

    private Outcome<ModbusMeterSettings> settings() {
        if (whole(ENABLED) == 0) {
            return wrong("MBTCPSmart-IsEnabled is off");
        }
        if (Ipv4Address.parse(text(ADDRESS)).isEmpty()) {
            return wrong("\"" + text(ADDRESS) + "\" is no IPv4 address");
        }
        int unit = whole(UNIT);
        if (unit > ReadRequest.LAST_UNIT) {
            return wrong("unit " + unit + " is above " + ReadRequest.LAST_UNIT);
        }
        Framing framing = Framing.values()[Math.clamp(whole(TRANSPORT), 0, Framing.values().length - 1)];
        MeterAddress address = new MeterAddress(at(space), framing, unit, Duration.ofMillis(whole(TIMEOUT)));
        return map().map(m -> new ModbusMeterSettings(address, m, Duration.ofMillis(whole(EVERY))));
    }

    /** A preset of ours stands above the station's own choice; empty for a meter that describes itself. */
    private Outcome<Optional<MeterMap>> map() {
        String preset = text(PRESET);
        if (preset.equals(MeterPresets.SUNSPEC)) {
            return Outcome.ok(Optional.empty());
        }
        if (!preset.isEmpty()) {
            return preset(preset);
        }
        return switch (whole(MODEL)) {
            case SOCOMEC -> preset("socomec");
            case CUSTOM -> slots().flatMap(s -> StoredMap.of(s, whole(WORD_ORDER), whole(FUNCTION))).map(Optional::of);
            default -> wrong("no meter model is chosen");
        };
    }

    private static Outcome<Optional<MeterMap>> preset(String key) {
        return MeterPresets.shipped().find(key).map(MeterPreset::map).map(Optional::of);
    }

    private Outcome<List<StoredMap.Slot>> slots() {
        List<Integer> measurands = numbers(MEASURANDS);
        List<Integer> registers = numbers(REGISTERS);
        List<Integer> types = numbers(TYPES);
        List<Integer> scales = numbers(SCALES);
        int count = measurands.size();
        if (registers.size() < count || types.size() < count || scales.size() < count) {
            return wrong("the lists of the register map differ in length or hold what is no number");
        }
        List<StoredMap.Slot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(new StoredMap.Slot(
                    measurands.get(i), registers.get(i), types.get(i), scales.get(i).byteValue()));
        }
        return Outcome.ok(slots);
    }

    /** A list of hexadecimal numbers, as stations tell arrays; it ends where something else stands. */
    private List<Integer> numbers(PropertyId id) {
        return Arrays.stream(text(id).split(",", MAX_SLOTS + 1))
                .limit(MAX_SLOTS)
                .map(String::strip)
                .takeWhile(t -> t.matches("[0-9A-Fa-f]{1,4}"))
                .map(t -> Integer.parseInt(t, HEX))
                .toList();
    }

    private static <T> Outcome<T> wrong(String why) {
        return Outcome.failed(ProblemCode.METER_SETTINGS, why);
    }

    private int whole(PropertyId id) {
        return (int) space.number(id);
    }

    private String text(PropertyId id) {
        return space.value(id).map(PropertyValue::text).orElse("").strip();
    }
}
