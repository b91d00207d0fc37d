package plugwright.station.engine;

import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.LimitGroup;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.VehiclePilot;

/** What happens to a station. */
public sealed interface StationEvent {

    /** Why a station starts; the log says it. */
    enum BootReason {
        POWER_ON,
        COMMAND,
        LICENCE,
        WATCHDOG
    }

    /** The station starts, with these settings; vehicles that are plugged in are told so again. */
    record Booted(StationSettings settings, BootReason reason) implements StationEvent {}

    /** The station goes down: pilots off, contactors open. Nothing is remembered. */
    record WentDown() implements StationEvent {}

    /** New settings that apply without a reboot, or all of them. The number of sockets stays. */
    record SettingsChanged(StationSettings settings) implements StationEvent {}

    /** Which outlet of a side of the station a plug is in. */
    enum Outlet {
        MAIN,
        /** Where a station has a second one, with a limit of its own (guide §2.1.1). */
        SECOND
    }

    /** A plug with this cable is in and locked. */
    record Plugged(SocketNumber socket, Cable cable, Outlet outlet) implements StationEvent {

        public Plugged(SocketNumber socket, Cable cable) {
            this(socket, cable, Outlet.MAIN);
        }
    }

    record Unplugged(SocketNumber socket) implements StationEvent {}

    /** A reading of a socket's meter and pilot. */
    record Measured(SocketNumber socket, MeterReading reading, VehiclePilot vehicle) implements StationEvent {}

    /** The meter at the grid connection said something; it arrived now. */
    record GridMetered(GridReading reading) implements StationEvent {}

    /** What all members of the station's network draw together, as far as is known here; for a meter that sees them. */
    record NetworkDrawn(PhaseCurrents drawn) implements StationEvent {}

    /** An energy management system wrote a set point for a socket. */
    record SetPointWritten(SocketNumber socket, SetPoint point) implements StationEvent {}

    /** An energy management system wrote what the network may take on a grid phase. */
    record NetworkSetPointWritten(Phase phase, SetPoint point) implements StationEvent {}

    /** An energy management system wants a socket to charge on so many phases; it is switched while nothing flows. */
    record PhasesChosen(SocketNumber socket, ChargingPhases phases) implements StationEvent {}

    /**
     * A limit on each grid phase over all sockets from outside, until another one comes for the group; empty lifts it.
     * Below 0 counts as 0. {@link LimitGroup#ENERGY_MANAGEMENT} and {@link LimitGroup#SAFE_CURRENT} replace each
     * other; what a meter leaves the station reckons itself.
     *
     * @param group none of those that are settings of the station
     */
    record GroupLimited(LimitGroup group, Optional<PhaseCurrents> limit) implements StationEvent {}

    /**
     * A limit over one socket from outside, until another one of its kind comes; empty lifts it.
     *
     * @param kind a set point, a profile or a safe current
     */
    record SocketLimited(SocketNumber socket, ReasonKind kind, Optional<Ampere> limit) implements StationEvent {}

    /** From now on a coordinator decides for the socket, or, empty, the station itself again. */
    record Leased(SocketNumber socket, Optional<Lease> lease) implements StationEvent {}

    /** Charging is halted or goes on (guide §2.7.1, §8). */
    record SuspensionChanged(Suspension suspension) implements StationEvent {}

    /** Time goes on: each 0.2 s, and at least each second. */
    record Tick() implements StationEvent {}
}
