package plugwright.station.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.meter.MeterLogLines;
import plugwright.model.Ampere;
import plugwright.model.Ipv4Address;
import plugwright.model.LimitGroup;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.station.engine.EnergyManagement.Mode;
import plugwright.station.log.LogLevel;

/** Set points of an energy management system: how long they hold, and the safe current while none does. */
final class EnergyWatch {

    private static final int PHASES = Phase.values().length;
    private static final int STANDARD_PORT = 502;
    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    private Optional<EnergyManagement> management = Optional.empty();
    private final @Nullable Held[] sockets = new Held[StationSettings.MAX_SOCKETS];
    private final @Nullable Held[] phases = new Held[PHASES];
    private Optional<Ipv4Address> lastMaster = Optional.empty();
    private boolean safe;
    private GridShare share = new GridShare.NotRead();
    private boolean changed;
    private Ignored ignored = Ignored.NOTHING;
    private long next = Long.MAX_VALUE;

    /** A set point and the moment at which it holds no more, in ms. */
    private record Held(SetPoint point, long until) {
        boolean holds(long now) {
            return now < until;
        }
    }

    /** Whether a set point came that does not count; said once. */
    private enum Ignored {
        NOTHING,
        TO_BE_SAID,
        SAID
    }

    /** Takes settings; what follows from them is told with the next decision. */
    void settings(Optional<EnergyManagement> its, List<SocketMachine> machines, OutsideLimits outside) {
        if (its.isEmpty() && management.isPresent()) {
            lift(machines, outside);
        }
        if (!its.equals(management)) {
            ignored = Ignored.NOTHING;
        }
        management = its;
        changed = true;
    }

    void write(int socket, SetPoint point, long now) {
        take(sockets, socket, point, now);
    }

    void write(Phase phase, SetPoint point, long now) {
        take(phases, phase.index(), point, now);
    }

    private void take(@Nullable Held[] held, int at, SetPoint point, long now) {
        management.ifPresent(by -> {
            held[at] = new Held(point, now + by.validity().toMillis());
            lastMaster = Optional.of(point.master());
            changed = true;
            if (by.mode() == Mode.OFF && ignored == Ignored.NOTHING) {
                ignored = Ignored.TO_BE_SAID;
            }
        });
    }

    /** Sees what holds now; to be called before each decision. */
    void tick(List<SocketMachine> machines, OutsideLimits outside, List<Effect> effects, long now) {
        if (management.isEmpty() || (!changed && now < next)) {
            return;
        }
        changed = false;
        EnergyManagement by = management.get();
        next = Math.min(end(sockets, now), end(phases, now));
        switch (by.mode()) {
            case OFF -> lift(machines, outside);
            case SOCKET -> limitSockets(by, machines, outside, now);
            case NETWORK -> {
                if (by.reach() == Reach.NETWORK) {
                    lift(machines, outside);
                } else {
                    limitPhases(by, outside, now);
                }
            }
        }
        share = shareOf(by, now);
        if (ignored == Ignored.TO_BE_SAID) {
            ignored = Ignored.SAID;
            effects.add(line(LogLevel.WARNING, "Set points are kept but not honoured: Active Load Balancing or its "
                    + "Modbus mode is off"));
        }
        boolean lost = by.mode() != Mode.OFF && !isHeard(now);
        if (lost != safe) {
            safe = lost;
            effects.addAll(lost ? entered(by) : List.of(line(LogLevel.INFO, "Leave ActiveLB safeMode")));
        }
    }

    private void lift(List<SocketMachine> machines, OutsideLimits outside) {
        outside.set(LimitGroup.SAFE_CURRENT, Optional.empty());
        for (SocketMachine machine : machines) {
            machine.limit(ReasonKind.SET_POINT, Optional.empty());
            machine.limit(ReasonKind.SAFE_CURRENT, Optional.empty());
        }
    }

    /** A socket whose set point ran out has the safe current; where none is left, all share it. */
    private void limitSockets(EnergyManagement by, List<SocketMachine> machines, OutsideLimits outside, long now) {
        boolean heard = isHeard(now);
        outside.set(LimitGroup.SAFE_CURRENT, heard ? Optional.empty() : Optional.of(same(by.safe())));
        for (SocketMachine machine : machines) {
            Optional<SetPoint> holds = holding(sockets[machine.number().index()], now);
            machine.limit(ReasonKind.SET_POINT, holds.map(SetPoint::onSocket));
            boolean isSafe = heard && holds.isEmpty();
            machine.limit(ReasonKind.SAFE_CURRENT, isSafe ? Optional.of(by.safe()) : Optional.empty());
        }
    }

    /** A phase whose set point ran out has the safe current. */
    private void limitPhases(EnergyManagement by, OutsideLimits outside, long now) {
        outside.set(
                isHeard(now) ? LimitGroup.ENERGY_MANAGEMENT : LimitGroup.SAFE_CURRENT, Optional.of(byPhase(by, now)));
    }

    /** What all members of a network may take together; a phase whose set point ran out has the safe current. */
    private GridShare shareOf(EnergyManagement by, long now) {
        if (by.mode() != Mode.NETWORK || by.reach() != Reach.NETWORK) {
            return new GridShare.NotRead();
        }
        return isHeard(now)
                ? new GridShare.Left(byPhase(by, now), GridShare.ENERGY_MANAGEMENT, now)
                : new GridShare.Lost(GridShare.ENERGY_MANAGEMENT);
    }

    GridShare share() {
        return management.isPresent() ? share : new GridShare.NotRead();
    }

    private PhaseCurrents byPhase(EnergyManagement by, long now) {
        Ampere[] limits = new Ampere[PHASES];
        Arrays.setAll(limits, p -> holding(phases[p], now).map(SetPoint::onPhase).orElse(by.safe()));
        return new PhaseCurrents(limits[0], limits[1], limits[2]);
    }

    private static PhaseCurrents same(Ampere current) {
        return new PhaseCurrents(current, current, current);
    }

    private static Optional<SetPoint> holding(@Nullable Held held, long now) {
        return held != null && held.holds(now) ? Optional.of(held.point()) : Optional.empty();
    }

    private boolean isHeard(long now) {
        return management
                .map(by -> switch (by.mode()) {
                    case OFF -> false;
                    case SOCKET -> end(sockets, now) < Long.MAX_VALUE;
                    case NETWORK -> end(phases, now) < Long.MAX_VALUE;
                })
                .orElse(false);
    }

    /** When the first of those that hold will hold no more. */
    private static long end(@Nullable Held[] all, long now) {
        long end = Long.MAX_VALUE;
        for (Held held : all) {
            end = held != null && held.holds(now) ? Math.min(end, held.until()) : end;
        }
        return end;
    }

    /** In the words of the guide, §10.8; the port named there is the standard one. */
    private List<Effect> entered(EnergyManagement by) {
        List<Effect> lines = new ArrayList<>();
        lastMaster.ifPresent(master ->
                lines.add(line(LogLevel.ERROR, MeterLogLines.modbusError(master.toString(), STANDARD_PORT))));
        lines.add(line(LogLevel.WARNING, MeterLogLines.modbusLost(by.safe())));
        lines.add(line(LogLevel.WARNING, MeterLogLines.safeMode(by.safe())));
        return lines;
    }

    private static Effect line(LogLevel level, String text) {
        return new Effect.LogLine(level, text);
    }

    /** When the next set point runs out, in ms; long ago while something is to be told, far away where none holds. */
    long nextMoment() {
        if (management.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return changed ? LONG_AGO : next;
    }

    Optional<EnergyView> view(int socketCount, long now) {
        return management.map(by -> new EnergyView(
                by,
                Arrays.stream(sockets, 0, socketCount).map(h -> last(h, now)).toList(),
                Arrays.stream(phases).map(h -> last(h, now)).toList(),
                isHeard(now)));
    }

    private static EnergyView.Last last(@Nullable Held held, long now) {
        return held == null
                ? new EnergyView.Last(Optional.empty(), Duration.ZERO)
                : new EnergyView.Last(
                        Optional.of(held.point()), Duration.ofMillis(Math.max(0, held.until() - now)));
    }
}
