package plugwright.station.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.LimitReason;
import plugwright.model.MainState;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.StatusCode;
import plugwright.model.VehicleClass;
import plugwright.station.control.ControlCore;
import plugwright.station.engine.FrontPanel.Message;
import plugwright.station.engine.SocketSnapshot.Offer;

/** Makes snapshots of a station. */
final class Snapshots {

    /** Whether anything looks out of the station's display. */
    enum Power {
        ON,
        OFF
    }

    private static final int ALL_PHASES = 0b111;

    /** What stands over a station from outside. */
    record Outside(OutsideLimits limits, Optional<EnergyView> energy) {}

    private Snapshots() {}

    static StationSnapshot of(
            StationSettings settings,
            Outside outside,
            Seat seat,
            List<SocketMachine> sockets,
            Power power,
            SteadyClock clock) {
        List<SocketSnapshot> all = new ArrayList<>();
        PhaseCurrents drawn = PhaseCurrents.ZERO;
        PhaseCurrents told = PhaseCurrents.ZERO;
        for (SocketMachine machine : sockets) {
            SocketSnapshot socket =
                    power == Power.ON ? on(machine, settings, outside.limits, seat, clock) : off(machine);
            all.add(socket);
            drawn = drawn.plus(socket.onGrid());
            told = told.plus(onPhases(socket.countedPhases(), socket.offer().told()));
        }
        return new StationSnapshot(
                clock.told(),
                all,
                settings.stationMaximum(),
                inForce(settings, outside.limits),
                drawn,
                told,
                outside.energy);
    }

    /** The station maximum, or what outside allows on the phase where that is least. */
    private static Ampere inForce(StationSettings settings, OutsideLimits outside) {
        Ampere least = settings.stationMaximum();
        for (int slot = 0; slot < OutsideLimits.SLOTS; slot++) {
            least = least.min(outside.at(slot)
                    .map(s -> SocketMachine.lowest(s.limit(), ALL_PHASES))
                    .orElse(least));
        }
        return least;
    }

    private static SocketSnapshot on(
            SocketMachine socket,
            StationSettings settings,
            OutsideLimits outside,
            Seat seat,
            SteadyClock clock) {
        ControlCore core = seat.core();
        int i = socket.at();
        MeterReading reading = socket.reading();
        return new SocketSnapshot(
                socket.number(),
                new Offer(
                        new Ampere(core.told(i)),
                        new Ampere(core.target(i)),
                        socket.dutyCycle(),
                        Reasons.of(socket, settings, outside, seat, clock.offset()),
                        Reasons.chain(socket, settings, outside, core)),
                reading,
                socket.wiring().outletOf(reading.currents()),
                socket.wiring().gridOf(reading.currents()),
                phases(core.phases(i)),
                core.vehicleClass(i),
                socket.cable(),
                socket.mode3(),
                socket.state() == MainState.UNKNOWN ? MainState.BOOTING : socket.state(),
                Panels.status(socket, core),
                socket.notification(),
                socket.contactorState(),
                Panels.of(socket, settings, core),
                socket.wiring().conductors());
    }

    private static SocketSnapshot off(SocketMachine socket) {
        return new SocketSnapshot(
                socket.number(),
                new Offer(Ampere.ZERO, Ampere.ZERO, socket.dutyCycle(), LimitReason.of(ReasonKind.BOOTING), List.of()),
                MeterReading.NONE,
                PhaseCurrents.ZERO,
                PhaseCurrents.ZERO,
                Set.of(),
                VehicleClass.UNKNOWN,
                socket.cable(),
                socket.mode3(),
                MainState.UNKNOWN,
                StatusCode.OFF,
                StatusNotification.of(MainState.UNKNOWN, ""),
                socket.contactorState(),
                new FrontPanel(LedPattern.OFF, Message.NONE, 0, 0),
                socket.wiring().conductors());
    }

    private static Set<Phase> phases(int mask) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (Phase phase : Phase.values()) {
            if ((mask >> phase.index() & 1) != 0) {
                phases.add(phase);
            }
        }
        return phases;
    }

    private static PhaseCurrents onPhases(Set<Phase> phases, Ampere current) {
        int[] on = new int[Phase.values().length];
        phases.forEach(p -> on[p.index()] = current.milliampere());
        return PhaseCurrents.ofMilliampere(on[0], on[1], on[2]);
    }
}
