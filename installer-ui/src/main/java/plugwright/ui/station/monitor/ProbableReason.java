package plugwright.ui.station.monitor;

import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.LimitReason;
import plugwright.model.MainState;
import plugwright.model.ReasonKind;

/** What a real station's limit probably comes from: it tells the limit itself only by its duty cycle. Pure. */
final class ProbableReason {
    private static final int PHASE_1 = 1;

    /** Told limits and maxima this close are the same: the duty cycle has steps. */
    private static final int SAME_MILLIAMPERE = 300;

    // IEC 61851-1, table of duty cycles, in per cent
    private static final double LOWEST = 8;
    private static final double LINEAR_END = 85;
    private static final double HIGHEST = 97;
    private static final double AMPERE_A_PERCENT = 0.6;
    private static final double STEEP_FROM = 64;
    private static final double STEEP_AMPERE_A_PERCENT = 2.5;

    private ProbableReason() {}

    /**
     * The current that a duty cycle tells.
     *
     * @param percent 0 to 100
     */
    static Ampere told(double percent) {
        if (percent < LOWEST || percent > HIGHEST) {
            return Ampere.ZERO;
        }
        return Ampere.ofNearest(
                percent <= LINEAR_END ? percent * AMPERE_A_PERCENT : (percent - STEEP_FROM) * STEEP_AMPERE_A_PERCENT);
    }

    /**
     * The likeliest reason.
     *
     * @param state of the socket
     * @param told its limit
     * @param settings of the station
     * @param inUse how many sockets have a vehicle
     */
    static Optional<LimitReason> of(MainState state, Ampere told, Settings settings, int inUse) {
        return switch (state) {
            case BOOTING -> Optional.of(LimitReason.of(ReasonKind.BOOTING));
            case AVAILABLE -> Optional.of(LimitReason.of(ReasonKind.NOT_IN_USE));
            case CHARGING_POWER_STARTING, CHARGING_POWER_ON -> charging(told, settings, inUse);
            default -> Optional.empty();
        };
    }

    private static Optional<LimitReason> charging(Ampere told, Settings settings, int inUse) {
        Optional<LimitReason> socket = settings.socketMaximum()
                .filter(most -> isSame(told, most))
                .map(most -> LimitReason.of(ReasonKind.SOCKET_MAXIMUM, most.milliampere()));
        if (socket.isPresent() || settings.stationMaximum().isEmpty()) {
            return socket;
        }
        Ampere station = settings.stationMaximum().get();
        if (!settings.balancing() && settings.sockets() > 1) {
            return Optional.of(
                    LimitReason.of(ReasonKind.EQUAL_SHARE, station.milliampere(), settings.sockets()));
        }
        if (isSame(told, station)) {
            return Optional.of(LimitReason.of(
                    ReasonKind.GROUP, LimitGroup.STATION_MAXIMUM.code(), PHASE_1, station.milliampere()));
        }
        return inUse > 1 && settings.balancing()
                ? Optional.of(LimitReason.of(
                        ReasonKind.SHARED,
                        PHASE_1,
                        settings.otherSocket(),
                        LimitGroup.STATION_MAXIMUM.code(),
                        station.milliampere()))
                : Optional.empty();
    }

    private static boolean isSame(Ampere one, Ampere other) {
        return Math.abs(one.milliampere() - other.milliampere()) <= SAME_MILLIAMPERE;
    }

    /**
     * What the station is set to.
     *
     * @param socketMaximum of this socket
     * @param balancing whether load balancing of any kind is on
     * @param sockets how many the station has
     * @param otherSocket the number of the other one
     */
    record Settings(
            Optional<Ampere> stationMaximum,
            Optional<Ampere> socketMaximum,
            boolean balancing,
            int sockets,
            int otherSocket) {}
}
