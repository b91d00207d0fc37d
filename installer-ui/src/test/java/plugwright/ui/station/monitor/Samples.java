package plugwright.ui.station.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plugwright.model.Ampere;
import plugwright.model.LimitReason;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;

/** Samples for tests, one a second. */
final class Samples {
    static final Instant START = Instant.parse("2026-11-23T13:00:00Z");

    private final List<StationSample> samples = new ArrayList<>();
    private Instant at = START;

    /** The same for a while. */
    Samples seconds(int count, SocketSample... sockets) {
        for (int i = 0; i < count; i++) {
            samples.add(new StationSample(at, List.of(sockets), Optional.of(Ampere.of(25))));
            at = at.plusSeconds(1);
        }
        return this;
    }

    /** Nothing is known of a while. */
    Samples nothingFor(int seconds) {
        at = at.plusSeconds(seconds);
        return this;
    }

    List<StationSample> list() {
        return List.copyOf(samples);
    }

    static SocketSample free() {
        return socket(MainState.AVAILABLE, 0, 0, 0, 0, LimitReason.of(ReasonKind.NOT_IN_USE));
    }

    static SocketSample connected() {
        return socket(MainState.EV_CONNECTED_AUTHORIZED, 0, 0, 0, 0, LimitReason.of(ReasonKind.NOT_IN_USE));
    }

    static SocketSample charging(int l1, int l2, int l3, int told) {
        return socket(
                MainState.CHARGING_POWER_ON, l1, l2, l3, told, LimitReason.of(ReasonKind.SOCKET_MAXIMUM, 32_000));
    }

    static SocketSample probed(int told) {
        return socket(MainState.CHARGING_POWER_ON, told, 0, 0, told, LimitReason.of(ReasonKind.PROBING, 14_000));
    }

    static SocketSample paused(LimitReason reason) {
        return socket(MainState.CHARGING_POWER_OFF_LOW_CURRENT, 0, 0, 0, 0, reason);
    }

    private static SocketSample socket(MainState state, int l1, int l2, int l3, int told, LimitReason reason) {
        return new SocketSample(
                Optional.of(new PhaseCurrents(Ampere.of(l1), Ampere.of(l2), Ampere.of(l3))),
                List.of(230.0, 231.0, 232.0),
                OptionalDouble.of(230.0 * (l1 + l2 + l3)),
                Optional.of(state),
                Optional.of(l1 + l2 + l3 > 0 ? Mode3State.C2 : Mode3State.A),
                OptionalDouble.empty(),
                Optional.of(Ampere.of(told)),
                Optional.of(new Why(reason, Why.Certainty.SAID)),
                Optional.empty());
    }
}
