package plugwright.station.sim;

import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.Wiring;

/** A socket of a site as its invariants see it. */
final class SiteSocket {

    final int station;
    final Seen seen;
    private Limits limits;
    private Wiring wiring;
    boolean up;
    private int cap;

    SiteSocket(int station, SocketNumber number, StationSettings settings) {
        this.station = station;
        this.seen = new Seen(number);
        this.limits = new Limits(settings);
        this.wiring = Wiring.of(settings, number);
    }

    void take(StationSettings settings) {
        limits = new Limits(settings);
        wiring = Wiring.of(settings, seen.number);
        reckon();
    }

    Wiring wiring() {
        return wiring;
    }

    int stationMaximum() {
        return limits.stationMaximum();
    }

    long periodMillis() {
        return limits.settings().alternatingPeriod().toMillis();
    }

    int cap() {
        return seen.connected && up ? cap : 0;
    }

    /** Reckons its cap anew: another cable, other settings. */
    void reckon() {
        cap = limits.cap(seen.number, seen.cable);
    }

    /** What its feeder allows, where that is not the station's. */
    int feederMaximum() {
        return limits.settings().feeders() == Feeders.DUAL
                ? limits.settings().connectorMaximum().get(seen.number.index()).milliampere()
                : Integer.MAX_VALUE;
    }

    boolean isServed() {
        return seen.look.target() > 0;
    }

    String name() {
        return "station " + (station + 1) + " socket " + seen.number.number();
    }
}
