package plugwright.station.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.model.Ampere;
import plugwright.model.HostPort;
import plugwright.model.PhaseMapping;
import plugwright.station.engine.ActiveBalancing;
import plugwright.station.engine.ActiveBalancing.Source;
import plugwright.station.engine.ChargingPhases;
import plugwright.station.engine.EnergyManagement;
import plugwright.station.engine.Reach;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.StationShape;
import plugwright.station.property.WriteRules;
import plugwright.wire.modbus.SlaveStation;
import plugwright.wire.scn.Heartbeat;

/** What a station's properties mean to its control. */
final class EngineSettings {

    private static final PropertyId MAX_PHASES = PropertyId.of("2189_0");
    private static final List<PropertyId> CONNECTOR_MAX =
            List.of(Known.CONNECTOR_1_MAX_CURRENT, Known.CONNECTOR_2_MAX_CURRENT);
    private static final List<PropertyId> SCN_MAPPING = List.of(PropertyId.of("2180_7"), PropertyId.of("2180_9"));
    private static final List<PropertyId> SECOND_OUTLET_MAX =
            List.of(PropertyId.of("2173_0"), PropertyId.of("3173_0"));
    private static final int THREE = 3;
    private static final PropertyId METER_PROTOCOL = PropertyId.of("5217_0");
    private static final PropertyId METER_INCLUDES_STATION = PropertyId.of("206F_0");
    private static final int STATIC_BIT = 1;
    private static final int ACTIVE_BIT = 2;

    /** 2530_1: a meter, or a meter with an energy management system that only looks on; more is the latter alone. */
    private static final int LAST_METER_SOURCE = 1;

    private static final int MODBUS_TCP = 4;
    private static final int P1 = 5;
    private static final PropertyId RJ11_MODE = PropertyId.of("216C_0");
    private static final int RJ11_METER = 0;
    private static final int RJ11_SUSPENDS_CLOSED = 1;
    private static final int RJ11_SUSPENDS_OPEN = 2;

    /** 2530_1: an energy management system decides. */
    private static final int EMS = 3;

    private EngineSettings() {}

    /**
     * @param space values in effect
     * @param unlocked what may run
     */
    static StationSettings of(PropertySpace space, FeatureSet unlocked) {
        List<Ampere> connectors = new ArrayList<>();
        List<PhaseMapping> mappings = new ArrayList<>();
        for (int socket = 0; socket < space.shape().sockets(); socket++) {
            connectors.add(ampere(space, CONNECTOR_MAX.get(socket)));
            mappings.add(mapping(space, socket));
        }
        Ampere feeders = Ampere.ofNearest(WriteRules.feedersAmpere(space));
        StationSettings settings = new StationSettings(
                space.number(MAX_PHASES) < THREE ? Supply.ONE_PHASE : Supply.THREE_PHASES,
                space.number(Known.FEEDER_COUNT) > 1 ? Feeders.DUAL : Feeders.SINGLE,
                ampere(space, Known.STATION_MAX_CURRENT).min(feeders),
                connectors,
                mappings,
                sharing(space, unlocked),
                ampere(space, Known.PROBING_CURRENT),
                Duration.ofSeconds((long) space.number(Known.ALTERNATING_PERIOD)))
                .withSecondOutlets(secondOutlets(space))
                .withEnergyManagement(energyManagement(space, unlocked));
        return settings.with(activeBalancing(space, unlocked));
    }

    /**
     * What Modbus masters may do; empty where the port stays closed (station-interfaces §4).
     *
     * @param space values in effect
     * @param unlocked what may run
     */
    static Optional<SlaveStation.Permission> modbus(PropertySpace space, FeatureSet unlocked) {
        if (!unlocked.contains(Feature.ACTIVE_LOAD_BALANCING)) {
            return Optional.empty();
        }
        return switch ((int) space.number(Known.ALB_DATA_SOURCE)) {
            case LAST_METER_SOURCE -> Optional.of(SlaveStation.Permission.READ);
            case EMS -> Optional.of(SlaveStation.Permission.READ_AND_WRITE);
            default -> Optional.empty();
        };
    }

    /** The number of phases that a master may have a socket charge on; empty where it is not allowed to. */
    static Optional<ChargingPhases> phases(PropertySpace space, long count) {
        boolean allowed = space.number(Known.PHASE_SWITCHING) != 0 && count <= (long) space.number(MAX_PHASES);
        return Arrays.stream(ChargingPhases.values())
                .filter(phases -> allowed && phases.count() == count)
                .findFirst();
    }

    private static Optional<EnergyManagement> energyManagement(PropertySpace space, FeatureSet unlocked) {
        return modbus(space, unlocked)
                .filter(p -> p == SlaveStation.Permission.READ_AND_WRITE)
                .map(_ -> new EnergyManagement(
                        mode(space),
                        Duration.ofSeconds((long) space.number(Known.EMS_VALIDITY_SECONDS)),
                        mode(space) == EnergyManagement.Mode.NETWORK
                                ? safe(space, reach(space, unlocked))
                                : ampere(space, Known.SAFE_CURRENT),
                        reach(space, unlocked)));
    }

    /**
     * Without Active Load Balancing's own switch no set point counts (guide §5.3.3.1 step 4). Of two modes that are on
     * the network's counts: it is the narrower choice.
     */
    private static EnergyManagement.Mode mode(PropertySpace space) {
        if (!isActive(space)) {
            return EnergyManagement.Mode.OFF;
        }
        if (space.number(Known.EMS_NETWORK_MODE) != 0) {
            return EnergyManagement.Mode.NETWORK;
        }
        return space.number(Known.EMS_SOCKET_MODE) == 0 ? EnergyManagement.Mode.OFF : EnergyManagement.Mode.SOCKET;
    }

    /** Where a station has them (STA-10). */
    private static List<Ampere> secondOutlets(PropertySpace space) {
        List<Ampere> outlets = new ArrayList<>();
        boolean has = space.shape().secondOutlets() == StationShape.SecondOutlets.TYPE_E;
        for (int socket = 0; has && socket < space.shape().sockets(); socket++) {
            outlets.add(ampere(space, SECOND_OUTLET_MAX.get(socket)));
        }
        return outlets;
    }

    private static Ampere ampere(PropertySpace space, PropertyId id) {
        return Ampere.ofNearest(space.number(id));
    }

    /** A station in a Smart Charging Network has a mapping for each feeder, one that stands alone the one (STA-12). */
    private static PhaseMapping mapping(PropertySpace space, int socket) {
        boolean alone = text(space, Known.SCN_NAME).isEmpty();
        return (alone
                        ? PhaseMapping.ofSequence(text(space, Known.PHASE_ROTATION))
                        : PhaseMapping.ofCode((int) space.number(SCN_MAPPING.get(socket))))
                .orElse(PhaseMapping.NONE);
    }

    private static String text(PropertySpace space, PropertyId id) {
        return space.value(id).map(PropertyValue::text).orElse("");
    }

    /** A locked feature does not run, whatever was stored while it was unlocked. */
    private static StationSettings.Feature sharing(PropertySpace space, FeatureSet unlocked) {
        if (!unlocked.contains(Feature.STANDARD_LOAD_BALANCING)) {
            return StationSettings.Feature.LOCKED;
        }
        return ((long) space.number(Known.LOAD_BALANCING_MODE) & STATIC_BIT) != 0
                ? StationSettings.Feature.ON
                : StationSettings.Feature.OFF;
    }

    /** What its RJ11 port, where it is an input to suspend charging, asks for (SCM-1; property 216C_0). */
    static Heartbeat.Contact suspends(PropertySpace space, SiteCommand.Contact contact) {
        int mode = (int) space.number(RJ11_MODE);
        boolean suspends = contact == SiteCommand.Contact.CLOSED
                ? mode == RJ11_SUSPENDS_CLOSED
                : mode == RJ11_SUSPENDS_OPEN;
        return suspends ? Heartbeat.Contact.SUSPENDED : Heartbeat.Contact.RELEASED;
    }

    /** Whether its meter is the one at the P1 port; the port as an input to suspend charging reads no meter (P1-4). */
    static boolean looksToP1(PropertySpace space) {
        return looksTo(space, P1) && (int) space.number(RJ11_MODE) == RJ11_METER;
    }

    /** Whether its meter is one that is asked over Modbus. */
    static boolean looksToModbus(PropertySpace space, FeatureSet unlocked) {
        return unlocked.contains(Feature.ACTIVE_LOAD_BALANCING) && looksTo(space, MODBUS_TCP);
    }

    private static boolean looksTo(PropertySpace space, int protocol) {
        return (int) space.number(METER_PROTOCOL) == protocol
                && (int) space.number(Known.ALB_DATA_SOURCE) <= LAST_METER_SOURCE;
    }

    /** A member of a network reads its meter, or is told, for all of it (SCN-5). */
    private static Reach reach(PropertySpace space, FeatureSet unlocked) {
        return NetworkProperties.isMember(space, unlocked) ? Reach.NETWORK : Reach.STATION;
    }

    private static Ampere safe(PropertySpace space, Reach reach) {
        return ampere(space, reach == Reach.NETWORK ? Known.SCN_TOTAL_SAFE : Known.SAFE_CURRENT);
    }

    private static Source modbus(HostPort at) {
        return new Source.Modbus(at.host(), at.port());
    }

    /** Whether active load balancing is switched on, be it unlocked or not. */
    private static boolean isActive(PropertySpace space) {
        return ((long) space.number(Known.LOAD_BALANCING_MODE) & ACTIVE_BIT) != 0;
    }

    /** Present where active load balancing is unlocked and on, and looks to a meter. */
    private static Optional<ActiveBalancing> activeBalancing(PropertySpace space, FeatureSet unlocked) {
        int protocol = (int) space.number(METER_PROTOCOL);
        boolean on = unlocked.contains(Feature.ACTIVE_LOAD_BALANCING)
                && isActive(space)
                && (int) space.number(Known.ALB_DATA_SOURCE) <= LAST_METER_SOURCE
                && (protocol == P1 || protocol == MODBUS_TCP);
        return on
                ? Optional.of(new ActiveBalancing(
                        ampere(space, Known.SMART_METER_MAX_CURRENT),
                        safe(space, reach(space, unlocked)),
                        space.number(METER_INCLUDES_STATION) > 0
                                ? ActiveBalancing.Includes.STATION
                                : ActiveBalancing.Includes.HOUSE_ALONE,
                        protocol == P1 ? new Source.P1() : modbus(MeterProperties.at(space)),
                        reach(space, unlocked)))
                : Optional.empty();
    }
}
