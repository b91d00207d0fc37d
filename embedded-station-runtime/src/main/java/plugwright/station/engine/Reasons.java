package plugwright.station.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plugwright.model.Ampere;
import plugwright.model.LimitLink;
import plugwright.model.LimitReason;
import plugwright.model.ReasonKind;
import plugwright.station.control.ControlCore;
import plugwright.station.control.SharingProblem;
import plugwright.station.engine.SocketCaps.Cap;

/** Puts what the control says about a limit into a {@link LimitReason} and a chain of limits. */
final class Reasons {

    private static final int MILLIS = 1_000;

    private Reasons() {}

    /** @param offset from the station's steady moments to the clock that everyone else goes by, in ms */
    static LimitReason of(
            SocketMachine socket, StationSettings settings, OutsideLimits outside, Seat seat, long offset) {
        ControlCore core = seat.core();
        int i = socket.at();
        ReasonKind kind = core.reason(i);
        int line = core.reasonLine(i);
        int until = (int) Math.ceilDiv(core.reasonUntil(i) + offset, MILLIS);
        int other = 1 + Math.max(0, core.reasonSocket(i));
        return switch (kind) {
            case NOT_IN_USE, BOOTING, GAVE_PLACE, UNUSABLE_SETTINGS, SUSPENDED, NETWORK_PAUSED -> LimitReason.of(kind);
            case NETWORK ->
                socket.lease().map(Lease::why).orElseGet(() -> LimitReason.of(kind, core.reasonAmount(i), 0));
            case SOCKET_MAXIMUM, CABLE, SAFE_CURRENT, PROFILE, SET_POINT, OUTLET_MAXIMUM -> LimitReason.of(kind, cap(socket, kind));
            case EQUAL_SHARE -> LimitReason.of(kind, settings.stationMaximum().milliampere(), settings.sockets());
            case DEMAND, PROBING, PROBE_TEST, RISING -> LimitReason.of(kind, core.reasonAmount(i));
            case GROUP -> LimitReason.of(kind, group(line, outside, seat), phase(line), limit(core, line));
            case SHARED -> LimitReason.of(kind, phase(line), other, group(line, outside, seat), limit(core, line));
            case WAITING_FOR_PROBE, LOWERING_FIRST -> LimitReason.of(kind, other);
            case WAITING_TURN, MINIMUM_PAUSE, OVERCURRENT -> LimitReason.of(kind, until);
            case CAP_BELOW_MINIMUM -> belowMinimum(socket, core.floor(i));
            case MINIMUM_DOES_NOT_FIT ->
                LimitReason.of(kind, core.floor(i), group(line, outside, seat), phase(line), toStart(core, line));
        };
    }

    private static LimitReason belowMinimum(SocketMachine socket, int floor) {
        Cap lowest = lowest(socket);
        return LimitReason.of(
                ReasonKind.CAP_BELOW_MINIMUM, floor, lowest.limit().milliampere(), lowest.kind().code());
    }

    private static Cap lowest(SocketMachine socket) {
        return socket.caps().stream().min(Comparator.comparing(Cap::limit)).orElseThrow();
    }

    private static int cap(SocketMachine socket, ReasonKind kind) {
        return socket.caps().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseGet(() -> lowest(socket))
                .limit()
                .milliampere();
    }

    private static int group(int line, OutsideLimits outside, Seat seat) {
        return ControlSetup.groupOfLine(line, outside, seat).code();
    }

    private static int phase(int line) {
        return line % SharingProblem.PHASES + 1;
    }

    private static int limit(ControlCore core, int line) {
        return core.groups().limit(line);
    }

    /** What counts for a vehicle that is told nothing. */
    private static int toStart(ControlCore core, int line) {
        return core.groups().limitToStart(line);
    }

    /** Everything that stands over a socket, lowest first, with what leads in front. */
    static List<LimitLink> chain(
            SocketMachine socket, StationSettings settings, OutsideLimits outside, ControlCore core) {
        List<LimitLink> others = new ArrayList<>();
        socket.caps().forEach(c -> others.add(new LimitLink(c.kind(), c.limit())));
        others.add(new LimitLink(ReasonKind.GROUP, settings.stationMaximum()));
        int i = socket.at();
        for (int slot = 0; slot < OutsideLimits.SLOTS; slot++) {
            outside.at(slot)
                    .map(s -> SocketMachine.lowest(s.limit(), core.phases(i)))
                    .ifPresent(limit -> others.add(new LimitLink(ReasonKind.GROUP, limit)));
        }
        socket.lease()
                .map(l -> SocketMachine.lowest(l.onGrid(), core.phases(i)))
                .ifPresent(limit -> others.add(new LimitLink(ReasonKind.NETWORK, limit)));
        if (core.demand(i) != Integer.MAX_VALUE) {
            others.add(new LimitLink(ReasonKind.DEMAND, new Ampere(core.demand(i))));
        }
        LimitLink leading = new LimitLink(core.reason(i), new Ampere(core.told(i)));
        others.removeIf(link -> link.equals(leading));
        others.sort(Comparator.comparing(LimitLink::limit));
        others.addFirst(leading);
        return others;
    }
}
