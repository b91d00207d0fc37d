package plugwright.station.engine;

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

    /** A plug with this cable is in and locked. */
    record Plugged(SocketNumber socket, Cable cable) implements StationEvent {}

    record Unplugged(SocketNumber socket) implements StationEvent {}

    /** A reading of a socket's meter and pilot. */
    record Measured(SocketNumber socket, MeterReading reading, VehiclePilot vehicle) implements StationEvent {}

    /** Time goes on: each 0.2 s, and at least each second. */
    record Tick() implements StationEvent {}
}
