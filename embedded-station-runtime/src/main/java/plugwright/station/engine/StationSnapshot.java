package plugwright.station.engine;

import java.util.List;
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
 * @param drawnOnGrid what all sockets draw on each grid phase
 * @param toldOnGrid the sum of told limits over the sockets that count on each grid phase
 */
public record StationSnapshot(
        SiteTime at,
        List<SocketSnapshot> sockets,
        Ampere stationMaximum,
        PhaseCurrents drawnOnGrid,
        PhaseCurrents toldOnGrid) {

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
