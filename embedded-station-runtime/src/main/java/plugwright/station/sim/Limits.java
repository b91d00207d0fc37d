package plugwright.station.sim;

import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.mode3.Cable;

/**
 * What a station's settings allow, read from the settings alone and apart from the control, so that the invariants do
 * not repeat its mistakes. Currents in mA.
 */
record Limits(StationSettings settings) {

    static final int PHASES = 3;

    /** The most a socket may be told: its own maximum, its cable, its feeder and its equal share. */
    int cap(SocketNumber socket, Cable cable) {
        if (!settings.isUsable()) {
            return 0;
        }
        int own = Math.min(
                settings.connectorMaximum().get(socket.index()).milliampere(),
                cable.rating().milliampere());
        return Math.min(own, isDivided() ? stationMaximum() / settings.sockets() : stationMaximum());
    }

    /** Whether each socket has its equal share of the station's maximum, in use or not. */
    private boolean isDivided() {
        int both = settings.connectorMaximum().stream().mapToInt(m -> m.milliampere()).sum();
        boolean ownFeeders = settings.feeders() == Feeders.DUAL && stationMaximum() >= both;
        return settings.sockets() > 1 && !settings.isSharing() && !ownFeeders;
    }

    int stationMaximum() {
        return Math.max(0, settings.stationMaximum().milliampere());
    }
}
