package plugwright.station.sim;

import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;

/** What someone does to a station and the vehicles at it. */
public sealed interface WorldCommand {

    /** Plugs a vehicle in; one that is there already is unplugged first. */
    record PlugIn(SocketNumber socket, VehicleSpec vehicle) implements WorldCommand {}

    record Unplug(SocketNumber socket) implements WorldCommand {}

    /** Settings that apply without a reboot. */
    record ChangeSettings(StationSettings settings) implements WorldCommand {}

    /** Something from outside happens to the station: a meter's reading, a limit, a contact. */
    record FromOutside(StationEvent event) implements WorldCommand {}

    /** The station goes down. Vehicles stay where they are. */
    record ShutDown() implements WorldCommand {}

    /** The station starts, also from being up. */
    record Boot(StationSettings settings, BootReason reason) implements WorldCommand {}
}
