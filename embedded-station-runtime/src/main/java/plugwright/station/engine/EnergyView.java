package plugwright.station.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The set points of an energy management system at one moment. Immutable.
 *
 * @param by the settings they stand under
 * @param sockets the last one for each socket, in order
 * @param phases the last one for each grid phase of the network, in order
 * @param isHeard whether one that counts in this mode holds
 */
public record EnergyView(EnergyManagement by, List<Last> sockets, List<Last> phases, boolean isHeard) {

    /**
     * The last set point of its kind.
     *
     * @param written empty where none came since the start
     * @param remaining for how long it holds; zero where it holds no more
     */
    public record Last(Optional<SetPoint> written, Duration remaining) {}

    public EnergyView {
        sockets = List.copyOf(sockets);
        phases = List.copyOf(phases);
    }
}
