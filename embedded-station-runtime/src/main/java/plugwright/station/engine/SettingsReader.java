package plugwright.station.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;

/**
 * Builds the engine's settings from a station's properties. A value that is absent or makes no sense becomes the one
 * with which less is given: 0 A, no mapping, locked.
 */
public final class SettingsReader {

    private static final PropertyId PHASES = PropertyId.of("2189_0");
    private static final PropertyId MAPPING_1 = PropertyId.of("2180_7");
    private static final PropertyId MAPPING_2 = PropertyId.of("2180_9");

    private static final long STATIC_BALANCING_BIT = 1;
    private static final long STATIC_BALANCING_UNLOCKED_BIT = 2;
    private static final double MOST_AMPERE = 1_000;

    private final Function<PropertyId, Optional<PropertyValue>> values;

    private SettingsReader(Function<PropertyId, Optional<PropertyValue>> values) {
        this.values = values;
    }

    /**
     * Reads the settings as they hold after a start.
     *
     * @param values of the station, with the unlocked features (21A2_0) among them
     */
    public static StationSettings read(Function<PropertyId, Optional<PropertyValue>> values) {
        return new SettingsReader(values).settings();
    }

    private StationSettings settings() {
        int sockets = Math.clamp(whole(Known.SOCKET_COUNT, 1), 1, StationSettings.MAX_SOCKETS);
        List<Ampere> connectors = new ArrayList<>();
        List<PhaseMapping> mappings = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            SocketNumber socket = SocketNumber.values()[i];
            connectors.add(ampere(
                    socket == SocketNumber.ONE ? Known.CONNECTOR_1_MAX_CURRENT : Known.CONNECTOR_2_MAX_CURRENT));
            mappings.add(mapping(socket));
        }
        return new StationSettings(
                whole(PHASES, Supply.THREE_PHASES.phases()) == 1 ? Supply.ONE_PHASE : Supply.THREE_PHASES,
                sockets > 1 && whole(Known.FEEDER_COUNT, 1) > 1 ? Feeders.DUAL : Feeders.SINGLE,
                ampere(Known.STATION_MAX_CURRENT),
                connectors,
                mappings,
                standardLoadBalancing(),
                ampere(Known.PROBING_CURRENT),
                Duration.ofSeconds(whole(Known.ALTERNATING_PERIOD, StationSettings.DEFAULT_PERIOD.toSeconds())));
    }

    private Feature standardLoadBalancing() {
        if ((whole(Known.LICENCE_FEATURES, 0) & STATIC_BALANCING_UNLOCKED_BIT) == 0) {
            return Feature.LOCKED;
        }
        return (whole(Known.LOAD_BALANCING_MODE, 0) & STATIC_BALANCING_BIT) != 0 ? Feature.ON : Feature.OFF;
    }

    /** Members of a network have a mapping for each feeder, stand-alone stations one phase rotation (STA-12). */
    private PhaseMapping mapping(SocketNumber socket) {
        boolean member = !text(Known.SCN_NAME).isEmpty();
        if (!member) {
            return PhaseMapping.ofSequence(text(Known.PHASE_ROTATION)).orElse(PhaseMapping.NONE);
        }
        int code = (int) whole(socket == SocketNumber.ONE ? MAPPING_1 : MAPPING_2, 0);
        return PhaseMapping.ofCode(code).orElse(PhaseMapping.NONE);
    }

    private String text(PropertyId id) {
        return values.apply(id).map(PropertyValue::text).orElse("");
    }

    private long whole(PropertyId id, long absent) {
        return (long) number(id).orElse((double) absent).doubleValue();
    }

    private Ampere ampere(PropertyId id) {
        double value = number(id).orElse(0.0);
        return value > 0 && value <= MOST_AMPERE ? Ampere.ofNearest(value) : Ampere.ZERO;
    }

    private Optional<Double> number(PropertyId id) {
        return values.apply(id)
                .filter(value -> !(value instanceof PropertyValue.Text))
                .map(PropertyValue::number);
    }
}
