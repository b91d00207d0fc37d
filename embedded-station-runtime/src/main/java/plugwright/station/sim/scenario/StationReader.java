package plugwright.station.sim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.EnergyManagement;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import tools.jackson.databind.JsonNode;

/** Reads a station's settings, and changes to them. */
final class StationReader {

    private static final int MAX_CURRENT = 200_000;
    private static final int MIN_PROBING = 6_000;
    private static final int MAX_PROBING = 32_000;
    private static final int MIN_PERIOD = 60;
    private static final int MAX_PERIOD = 36_000;

    private StationReader() {}

    /** A station: all that is not said is as with a three-phase double station on one feeder, as delivered. */
    static StationSettings read(Fields f) {
        int sockets = f.optionalWhole("sockets", 1, StationSettings.MAX_SOCKETS).orElse(StationSettings.MAX_SOCKETS);
        Ampere maximum = new Ampere(f.milli("stationMaximum", 0, MAX_CURRENT));
        Ampere connector = Ampere.of(32);
        StationSettings plain = sockets == 1
                ? StationSettings.ofSingle(maximum, connector)
                : StationSettings.ofDouble(maximum, connector);
        StationSettings wired = plain.withMapping(
                f.optionalChoice("supply", Supply.class).orElse(plain.supply()),
                f.optionalChoice("feeders", Feeders.class).orElse(plain.feeders()),
                mapping(f, plain));
        return change(wired, f);
    }

    private static List<PhaseMapping> mapping(Fields f, StationSettings plain) {
        if (!f.has("phaseMapping")) {
            return plain.phaseMapping();
        }
        List<PhaseMapping> mapping = new ArrayList<>();
        for (JsonNode value : perSocket(f, "phaseMapping", plain.sockets())) {
            mapping.add(f.choice(value, "phaseMapping", PhaseMapping.class));
        }
        return mapping;
    }

    /** The same station with what can be changed while it runs. */
    static StationSettings change(StationSettings settings, Fields f) {
        Optional<Integer> maximum = f.optionalMilli("stationMaximum", 0, MAX_CURRENT);
        Optional<Feature> sharing = f.optionalChoice("loadBalancing", Feature.class);
        StationSettings changed = settings.withTiming(
                f.optionalMilli("probingCurrent", MIN_PROBING, MAX_PROBING)
                        .map(Ampere::new)
                        .orElse(settings.probingCurrent()),
                f.optionalWhole("alternatingPeriod", MIN_PERIOD, MAX_PERIOD)
                        .map(Duration::ofSeconds)
                        .orElse(settings.alternatingPeriod()));
        if (f.has("connectorMaximum")) {
            List<Ampere> connectors = new ArrayList<>();
            for (JsonNode value : perSocket(f, "connectorMaximum", settings.sockets())) {
                connectors.add(new Ampere(f.milli(value, "connectorMaximum", 0, MAX_CURRENT)));
            }
            changed = changed.withConnectorMaximum(connectors);
        }
        Optional<EnergyManagement> management = f.optionalObject("energyManagement").map(EnergyReader::settings);
        f.refuseOthers();
        return changed.withEnergyManagement(management.or(settings::energyManagement))
                .with(sharing.orElse(settings.standardLoadBalancing()))
                .withStationMaximum(maximum.map(Ampere::new).orElse(settings.stationMaximum()));
    }

    private static List<JsonNode> perSocket(Fields f, String name, int sockets) {
        List<JsonNode> values = f.values(name);
        if (values.size() != sockets) {
            throw f.wrong(name, "one value per socket is needed, " + sockets + " here, not " + values.size());
        }
        return values;
    }
}
