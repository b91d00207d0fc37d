package plugwright.station.engine;

import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.Phase;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.control.ControlCore;
import plugwright.station.control.SharingProblem;
import plugwright.station.engine.OutsideLimits.Standing;
import plugwright.station.engine.StationSettings.Feeders;

/** Puts a station's settings into its control: groups and what stands over a socket by itself. */
final class ControlSetup {

    private static final int STATION = 0;
    private static final int FIRST_FEEDER = 1;
    private static final int FIRST_OUTSIDE = FIRST_FEEDER + StationSettings.MAX_SOCKETS;

    /** Station maximum, a feeder for each socket of a dual-feeder double, and what comes from outside. */
    static final int GROUPS = FIRST_OUTSIDE + OutsideLimits.SLOTS;

    private ControlSetup() {}

    static void apply(StationSettings settings, OutsideLimits outside, Seat seat, long now) {
        ControlCore core = seat.core();
        SharingProblem groups = core.groups();
        limit(groups, seat.firstGroup() + STATION, settings.stationMaximum());
        for (int i = 0; i < settings.sockets(); i++) {
            SocketNumber socket = SocketNumber.values()[i];
            int at = seat.firstSocket() + i;
            groups.leaveGroups(at);
            groups.join(at, seat.firstGroup() + STATION);
            if (settings.feeders() == Feeders.DUAL) {
                // A feeder's limit is its connector's maximum (guide §3.1.2.1).
                int feeder = seat.firstGroup() + FIRST_FEEDER + i;
                limit(groups, feeder, settings.connectorMaximum().get(i));
                groups.join(at, feeder);
            }
            joinOutside(groups, at, outside, seat);
            core.terminals(at, Wiring.of(settings, socket).gridMask());
        }
        for (int slot = 0; slot < OutsideLimits.SLOTS; slot++) {
            int group = seat.firstGroup() + FIRST_OUTSIDE + slot;
            Optional<Standing> standing = outside.at(slot);
            standing.ifPresent(s -> {
                for (Phase phase : Phase.values()) {
                    groups.limit(group, phase.index(), s.limit().on(phase).milliampere());
                }
            });
            core.metered(group, standing.filter(s -> isMetered(settings, s)).isPresent());
        }
        core.timing(settings.probingCurrent().milliampere(), settings.alternatingPeriod().toMillis(), now);
    }

    /** What a meter leaves flickers; so does its loss, seen from the meter's side. */
    private static boolean isMetered(StationSettings settings, Standing standing) {
        return standing.group() == LimitGroup.METER
                || (standing.group() == LimitGroup.SAFE_CURRENT && settings.activeBalancing().isPresent());
    }

    private static void joinOutside(SharingProblem groups, int at, OutsideLimits outside, Seat seat) {
        seat.total().ifPresent(total -> groups.join(at, total));
        for (int slot = 0; slot < OutsideLimits.SLOTS; slot++) {
            if (outside.at(slot).isPresent()) {
                groups.join(at, seat.firstGroup() + FIRST_OUTSIDE + slot);
            }
        }
    }

    static LimitGroup groupOfLine(int line, OutsideLimits outside, Seat seat) {
        if (seat.total().isPresent() && line / SharingProblem.PHASES == seat.total().getAsInt()) {
            return LimitGroup.NETWORK_TOTAL;
        }
        int group = line / SharingProblem.PHASES - seat.firstGroup();
        if (group >= FIRST_OUTSIDE) {
            return outside.at(group - FIRST_OUTSIDE).map(Standing::group).orElse(LimitGroup.STATION_MAXIMUM);
        }
        return group == STATION ? LimitGroup.STATION_MAXIMUM : LimitGroup.FEEDER;
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
        long sum = 0;
        for (Ampere connector : settings.connectorMaximum()) {
            sum += connector.milliampere();
        }
        boolean undivided = settings.isSharing()
                || settings.sockets() == 1
                || (settings.feeders() == Feeders.DUAL && settings.stationMaximum().milliampere() >= sum);
        int maximum = settings.stationMaximum().milliampere();
        return new Ampere(undivided ? maximum : maximum / settings.sockets());
    }

    /** Whether the equal share binds, rather than the station maximum as a whole. */
    static ReasonKind shareKind(StationSettings settings) {
        return equalShare(settings).equals(settings.stationMaximum()) ? ReasonKind.GROUP : ReasonKind.EQUAL_SHARE;
    }
}
