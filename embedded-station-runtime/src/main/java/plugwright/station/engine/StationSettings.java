package plugwright.station.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.model.SocketNumber;

/**
 * What the engine goes by. Values are taken as they are: what can't work leaves every socket at 0 with a reason.
 *
 * @param supply phases of the station
 * @param feeders supply cables of a double station
 * @param stationMaximum per grid phase, over all sockets
 * @param connectorMaximum per socket, in order; as many as there are sockets: 1 or 2
 * @param phaseMapping of the feeder of each socket, in order
 * @param standardLoadBalancing whether SLB may and shall run
 * @param probingCurrent Chameleon-MinCurrent
 * @param alternatingPeriod length of a turn
 * @param secondOutletMaximum of each side's second outlet, in order; empty where the station has none
 * @param activeBalancing present where ALB by a meter may and shall run; it includes SLB
 * @param energyManagement present where ALB is unlocked and its data source is an energy management system
 */
public record StationSettings(
        Supply supply,
        Feeders feeders,
        Ampere stationMaximum,
        List<Ampere> connectorMaximum,
        List<PhaseMapping> phaseMapping,
        Feature standardLoadBalancing,
        Ampere probingCurrent,
        Duration alternatingPeriod,
        List<Ampere> secondOutletMaximum,
        Optional<ActiveBalancing> activeBalancing,
        Optional<EnergyManagement> energyManagement) {

    /** How many phases a station has. */
    public enum Supply {
        ONE_PHASE,
        THREE_PHASES
    }

    /** How many supply cables a station has. */
    public enum Feeders {
        SINGLE,
        DUAL
    }

    /** A licensed feature: locked, or unlocked and off or on. A locked one does not run (LIC-2). */
    public enum Feature {
        LOCKED,
        OFF,
        ON
    }

    public static final int MAX_SOCKETS = SocketNumber.values().length;

    /** Guide §2.5. */
    public static final Ampere DEFAULT_PROBING = Ampere.of(14);

    /** Guide §4.1.1: every 15 minutes. */
    public static final Duration DEFAULT_PERIOD = Duration.ofMinutes(15);

    public StationSettings {
        connectorMaximum = List.copyOf(connectorMaximum);
        phaseMapping = List.copyOf(phaseMapping);
        secondOutletMaximum = List.copyOf(secondOutletMaximum);
        int sockets = connectorMaximum.size();
        if (sockets < 1 || sockets > MAX_SOCKETS || phaseMapping.size() != sockets) {
            throw new IllegalArgumentException(sockets + " sockets with " + phaseMapping.size() + " mappings");
        }
    }

    /** A station without active load balancing. */
    public StationSettings(
            Supply supply,
            Feeders feeders,
            Ampere stationMaximum,
            List<Ampere> connectorMaximum,
            List<PhaseMapping> phaseMapping,
            Feature standardLoadBalancing,
            Ampere probingCurrent,
            Duration alternatingPeriod) {
        this(supply, feeders, stationMaximum, connectorMaximum, phaseMapping, standardLoadBalancing, probingCurrent,
                alternatingPeriod, List.of(), Optional.empty(), Optional.empty());
    }

    /** A three-phase single-feeder double, mapped L1L2L3, SLB locked, all else as delivered. */
    public static StationSettings ofDouble(Ampere stationMaximum, Ampere connectorMaximum) {
        return new StationSettings(
                Supply.THREE_PHASES,
                Feeders.SINGLE,
                stationMaximum,
                List.of(connectorMaximum, connectorMaximum),
                List.of(PhaseMapping.L1L2L3, PhaseMapping.L1L2L3),
                Feature.LOCKED,
                DEFAULT_PROBING,
                DEFAULT_PERIOD);
    }

    /** A three-phase station of one socket, mapped L1L2L3. */
    public static StationSettings ofSingle(Ampere stationMaximum, Ampere connectorMaximum) {
        return new StationSettings(
                Supply.THREE_PHASES,
                Feeders.SINGLE,
                stationMaximum,
                List.of(connectorMaximum),
                List.of(PhaseMapping.L1L2L3),
                Feature.LOCKED,
                DEFAULT_PROBING,
                DEFAULT_PERIOD);
    }

    public int sockets() {
        return connectorMaximum.size();
    }

    /** Whether the sockets share: only with more than one, unlocked and on (SLB-3); active load balancing includes it. */
    public boolean isSharing() {
        return sockets() > 1 && (standardLoadBalancing == Feature.ON || activeBalancing.isPresent() || isManaged());
    }

    /** Whether an energy management system's set points count: active load balancing too, and includes SLB. */
    private boolean isManaged() {
        return energyManagement.filter(e -> e.mode() != EnergyManagement.Mode.OFF).isPresent();
    }

    /** Whether its meter is at its P1 port: the port is no input for a suspend contact then (guide §9.2). */
    public boolean isReadingP1() {
        return activeBalancing.filter(by -> by.source() instanceof ActiveBalancing.Source.P1).isPresent();
    }

    /** Whether every socket is connected to a grid phase. */
    public boolean isUsable() {
        for (PhaseMapping mapping : phaseMapping) {
            if (mapping == PhaseMapping.NONE) {
                return false;
            }
        }
        return true;
    }

    /** What in these settings keeps vehicles from charging, in words for the log; empty where nothing does. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        if (!isUsable()) {
            obstacles.add("a feeder has no phase mapping");
        }
        if (stationMaximum.compareTo(Ampere.MINIMUM_OFFERED) < 0) {
            obstacles.add("the station maximum of " + stationMaximum + " is below 6 A");
        }
        for (int socket = 0; socket < sockets(); socket++) {
            if (connectorMaximum.get(socket).compareTo(Ampere.MINIMUM_OFFERED) < 0) {
                obstacles.add("the maximum of socket " + (socket + 1) + ", " + connectorMaximum.get(socket)
                        + ", is below 6 A");
            }
        }
        return obstacles;
    }

    public StationSettings with(Feature itsStandardLoadBalancing) {
        return new StationSettings(supply, feeders, stationMaximum, connectorMaximum, phaseMapping,
                itsStandardLoadBalancing, probingCurrent, alternatingPeriod, secondOutletMaximum, activeBalancing,
                energyManagement);
    }

    public StationSettings withStationMaximum(Ampere itsMaximum) {
        return new StationSettings(supply, feeders, itsMaximum, connectorMaximum, phaseMapping,
                standardLoadBalancing, probingCurrent, alternatingPeriod, secondOutletMaximum, activeBalancing,
                energyManagement);
    }

    public StationSettings withConnectorMaximum(List<Ampere> itsMaximum) {
        return new StationSettings(supply, feeders, stationMaximum, itsMaximum, phaseMapping,
                standardLoadBalancing, probingCurrent, alternatingPeriod, secondOutletMaximum, activeBalancing,
                energyManagement);
    }

    public StationSettings withMapping(Supply itsSupply, Feeders itsFeeders, List<PhaseMapping> itsMapping) {
        return new StationSettings(itsSupply, itsFeeders, stationMaximum, connectorMaximum, itsMapping,
                standardLoadBalancing, probingCurrent, alternatingPeriod, secondOutletMaximum, activeBalancing,
                energyManagement);
    }

    public StationSettings withTiming(Ampere itsProbingCurrent, Duration itsAlternatingPeriod) {
        return new StationSettings(supply, feeders, stationMaximum, connectorMaximum, phaseMapping,
                standardLoadBalancing, itsProbingCurrent, itsAlternatingPeriod, secondOutletMaximum, activeBalancing,
                energyManagement);
    }

    public StationSettings withSecondOutlets(List<Ampere> itsMaximum) {
        return new StationSettings(supply, feeders, stationMaximum, connectorMaximum, phaseMapping,
                standardLoadBalancing, probingCurrent, alternatingPeriod, itsMaximum, activeBalancing,
                energyManagement);
    }

    public StationSettings with(Optional<ActiveBalancing> itsActiveBalancing) {
        return new StationSettings(supply, feeders, stationMaximum, connectorMaximum, phaseMapping,
                standardLoadBalancing, probingCurrent, alternatingPeriod, secondOutletMaximum, itsActiveBalancing,
                energyManagement);
    }

    public StationSettings withEnergyManagement(Optional<EnergyManagement> itsEnergyManagement) {
        return new StationSettings(supply, feeders, stationMaximum, connectorMaximum, phaseMapping,
                standardLoadBalancing, probingCurrent, alternatingPeriod, secondOutletMaximum, activeBalancing,
                itsEnergyManagement);
    }
}
