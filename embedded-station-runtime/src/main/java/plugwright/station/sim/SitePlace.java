package plugwright.station.sim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.PhaseCurrents;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.mode3.VehiclePilot;

/** A place of a site that sleeps while nothing changes at it: what was left out is made up for in one step. */
final class SitePlace {

    /** A place that sleeps is looked for after so many ticks at the latest; the shorter one is tried when that is too long. */
    private static final int[] NAPS = {World.MOST_SKIPPED, 5};

    private final int station;
    private final SocketNumber socket;
    private final Place place;
    private long livedAt;
    private long wakesAt;
    private StationEvent.@Nullable Measured reading;
    private PhaseCurrents currents = PhaseCurrents.ZERO;
    private VehiclePilot pilot = VehiclePilot.A;

    SitePlace(int station, SocketNumber socket, long now) {
        this.station = station;
        this.socket = socket;
        this.place = new Place(socket);
        this.livedAt = now;
        this.wakesAt = now;
    }

    int station() {
        return station;
    }

    SocketNumber socket() {
        return socket;
    }

    /** Its vehicle's kind, where one is plugged in. */
    Optional<VehicleSpec> spec() {
        return place.spec();
    }

    void plug(VehicleSpec spec, long now) {
        place.plug(spec);
        wakesAt = now + World.TICK_MILLIS;
    }

    void unplug(long now) {
        place.unplug();
        wakesAt = now + World.TICK_MILLIS;
    }

    /** The next tick at which anything may change here. */
    long wakesAt() {
        return wakesAt;
    }

    /** Lives on to a moment. @return whether what meter and pilot show differs from the last time */
    boolean live(StationSettings settings, long now) {
        StationEvent.Measured measured = place.live(settings, now, now - livedAt);
        livedAt = now;
        reading = measured;
        boolean changed = measured.vehicle() != pilot || !measured.reading().currents().equals(currents);
        pilot = measured.vehicle();
        currents = measured.reading().currents();
        wakesAt = now + nap(now);
        return changed;
    }

    private long nap(long now) {
        for (int ticks : NAPS) {
            if (place.isSteady(now, ticks * World.TICK_MILLIS)) {
                return ticks * World.TICK_MILLIS;
            }
        }
        return World.TICK_MILLIS;
    }

    /** What the meter showed since this was asked last; null where it was not read. */
    StationEvent.@Nullable Measured takeReading() {
        StationEvent.Measured taken = reading;
        reading = null;
        return taken;
    }

    /** Has what the station does reach the vehicle, which lived on as before until now. */
    void take(Effect effect, StationSettings settings, long now) {
        if (livedAt < now) {
            place.live(settings, now, now - livedAt);
            livedAt = now;
        }
        place.take(effect);
        wakesAt = now + World.TICK_MILLIS;
    }
}
