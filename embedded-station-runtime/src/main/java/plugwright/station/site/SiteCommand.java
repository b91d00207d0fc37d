package plugwright.station.site;

import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.station.sim.VehicleSpec;

/** What someone does at a site: hands, not wires. Everything else goes through a station's own interfaces. */
public sealed interface SiteCommand {

    /** Plugs a vehicle in; one that is there already is unplugged first. */
    record PlugIn(StationId station, SocketNumber socket, VehicleSpec vehicle) implements SiteCommand {}

    record Unplug(StationId station, SocketNumber socket) implements SiteCommand {}

    /**
     * Lets the site's time pass faster or slower.
     *
     * @param speed seconds at the site in one of ours, above 0, {@value SitePlan#MAX_SPEED} at most
     */
    record SetSpeed(double speed) implements SiteCommand {}

    /** Restarts a station, as the reboot command of its API does. */
    record Reboot(StationId station) implements SiteCommand {}

    /** Pulls a station's network cable: connections end, nothing answers any more. It goes on charging. */
    record PullNetworkCable(StationId station) implements SiteCommand {}

    /** Plugs a station's network cable in again. */
    record PlugNetworkCable(StationId station) implements SiteCommand {}

    /** Switches the relay at a station's RJ11 port; what that means is a matter of its settings. */
    record SwitchContact(StationId station, Contact contact) implements SiteCommand {}

    /** How a relay is. */
    enum Contact {
        OPEN,
        CLOSED
    }
}
