package plugwright.station.engine;

import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.Phase;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.control.ControlCore;
import plugwright.station.control.SharingProblem;
import plugwright.station.engine.StationSettings.Feeders;

/** Puts a station's settings into its control: groups and what stands over a socket by itself. */
final class ControlSetup {

    /** Station maximum, and a feeder for each socket of a dual-feeder double. */
    static final int GROUPS = 1 + StationSettings.MAX_SOCKETS;

    private static final int STATION = 0;

    private ControlSetup() {}

    static void apply(StationSettings settings, ControlCore core, long now) {
        SharingProblem groups = core.groups();
        groups.clearGroups();
        limit(groups, STATION, settings.stationMaximum());
        for (SocketNumber socket : SocketNumber.values()) {
            if (socket.index() >= settings.sockets()) {
                continue;
            }
            groups.join(socket.index(), STATION);
            if (settings.feeders() == Feeders.DUAL) {
                // A feeder's limit is its connector's maximum (guide §3.1.2.1).
                limit(groups, feeder(socket), settings.connectorMaximum().get(socket.index()));
                groups.join(socket.index(), feeder(socket));
            }
            core.terminals(socket.index(), Wiring.of(settings, socket).gridMask());
        }
        core.timing(settings.probingCurrent().milliampere(), settings.alternatingPeriod().toMillis(), now);
    }

    private static int feeder(SocketNumber socket) {
        return 1 + socket.index();
    }

    static LimitGroup groupOfLine(int line) {
        return line / SharingProblem.PHASES == STATION ? LimitGroup.STATION_MAXIMUM : LimitGroup.FEEDER;
    }

    private static void limit(SharingProblem groups, int group, Ampere limit) {
        for (Phase phase : Phase.values()) {
            groups.limit(group, phase.index(), limit.milliampere());
        }
    }

    /**
     * What is allowed to a socket as if it were alone: without sharing an equal share of the station maximum, whether
     * or not the other is in use (guide §2.1.2); with two feeders that carry both in full, nothing is divided.
     */
    static Ampere equalShare(StationSettings settings) {
        Ampere sum = settings.connectorMaximum().stream().reduce(Ampere.ZERO, Ampere::plus);
        boolean undivided = settings.isSharing()
                || settings.sockets() == 1
                || (settings.feeders() == Feeders.DUAL && settings.stationMaximum().compareTo(sum) >= 0);
        int maximum = settings.stationMaximum().milliampere();
        return new Ampere(undivided ? maximum : maximum / settings.sockets());
    }

    /** Whether the equal share binds, rather than the station maximum as a whole. */
    static ReasonKind shareKind(StationSettings settings) {
        return equalShare(settings).equals(settings.stationMaximum()) ? ReasonKind.GROUP : ReasonKind.EQUAL_SHARE;
    }
}
