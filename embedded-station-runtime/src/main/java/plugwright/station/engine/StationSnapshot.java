package plugwright.station.engine;

import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;

/**
 * A whole station at one moment. Immutable.
 *
 * @param at the moment of the last event
 * @param sockets in order, one or two
 * @param stationMaximum the limit per grid phase
 * @param maximumInForce the same, or what stands over the station from outside on the phase where that is less
 * @param drawnOnGrid what all sockets draw on each grid phase
 * @param toldOnGrid the sum of told limits over the sockets that count on each grid phase
 * @param energy set points of an energy management system, where one may give any
 */
public record StationSnapshot(
        SiteTime at,
        List<SocketSnapshot> sockets,
        Ampere stationMaximum,
        Ampere maximumInForce,
        PhaseCurrents drawnOnGrid,
        PhaseCurrents toldOnGrid,
        Optional<EnergyView> energy) {

    public StationSnapshot {
        sockets = List.copyOf(sockets);
    }

    /** @throws IndexOutOfBoundsException where the station has no such socket */
    public SocketSnapshot socket(SocketNumber number) {
        return sockets.get(number.index());
    }

    /** Active power of all sockets, in W. */
    public double watt() {
        return sockets.stream().mapToDouble(s -> s.reading().watt()).sum();
    }
}
