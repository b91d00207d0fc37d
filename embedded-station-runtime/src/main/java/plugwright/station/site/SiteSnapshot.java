package plugwright.station.site;

import java.util.List;
import java.util.Optional;
import plugwright.model.SiteTime;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.sim.VehicleView;

/**
 * A whole site at one moment. Immutable.
 *
 * @param at by the site's clock
 * @param speed seconds at the site in one of ours
 * @param stations in the order of their addresses
 */
public record SiteSnapshot(SiteTime at, double speed, List<StationView> stations) {

    public SiteSnapshot {
        stations = List.copyOf(stations);
    }

    /** Whether a station runs. */
    public enum Power {
        UP,
        /** Between two starts. */
        REBOOTING
    }

    /** Whether a station's network cable is in. */
    public enum NetworkCable {
        PLUGGED,
        PULLED
    }

    /**
     * One station.
     *
     * @param access how to reach it
     * @param power whether it runs
     * @param cable whether it can be reached
     * @param inside what its control does
     * @param vehicles at each socket, in order; empty where none is plugged in
     */
    public record StationView(
            StationAccess access,
            Power power,
            NetworkCable cable,
            StationSnapshot inside,
            List<Optional<VehicleView>> vehicles) {

        public StationView {
            vehicles = List.copyOf(vehicles);
        }
    }
}
