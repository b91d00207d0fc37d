package plugwright.station.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.model.VehicleClass;
import plugwright.station.engine.Effect;
import plugwright.station.engine.EnergyManagement;
import plugwright.station.engine.EnergyManagement.Mode;
import plugwright.station.engine.SetPoint;
import plugwright.station.engine.SocketLook;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.Wiring;

/**
 * What set points and their validity time allow, reckoned from what was written alone and apart from the station: no
 * limit told is above a set point that holds, nor above the safe current where none does (I1, I3), and vehicles draw no
 * more from 6 s after a fall on (I2). Currents in mA, times in ms.
 */
final class ManagedWatch implements World.Witness {

    private static final int PHASES = 3;
    private static final int MILLI = 1_000;
    private static final int LEAST = 6_000;
    private static final int LEAST_OF_14 = 14_000;

    /** Vehicles have 5 s to follow, and a pilot is told within a tick. */
    private static final long FOLLOWED_MILLIS = 6_000;

    private final Trace trace = new Trace();
    private final Written[] sockets;
    private final Written[] phases = new Written[PHASES];
    private final PhaseCurrents[] drawn;
    private final long[] lastLimits = new long[PHASES];
    private StationSettings settings;
    private boolean up;
    private long fellAt = Long.MIN_VALUE / 4;
    private @Nullable Breach breach;

    /** A set point and until when it holds. */
    private record Written(double ampere, long until) {
        static final Written NEVER = new Written(0, Long.MIN_VALUE);

        boolean holds(long now) {
            return now < until;
        }

        long milliampere() {
            return (long) (ampere * MILLI);
        }
    }

    ManagedWatch(StationSettings settings) {
        this.settings = settings;
        this.sockets = new Written[settings.sockets()];
        this.drawn = new PhaseCurrents[settings.sockets()];
        Arrays.fill(drawn, PhaseCurrents.ZERO);
        forget();
    }

    private void forget() {
        Arrays.fill(sockets, Written.NEVER);
        Arrays.fill(phases, Written.NEVER);
    }

    /** What broke first, if anything. */
    Optional<Breach> breach() {
        return Optional.ofNullable(breach);
    }

    @Override
    public void after(StationEvent event, List<Effect> effects, StationEngine engine, SiteTime now) {
        if (!(event instanceof StationEvent.Measured || event instanceof StationEvent.Tick)) {
            trace.add(now, "", event);
        }
        effects.forEach(effect -> trace.add(now, "", effect));
        settings = engine.settings();
        up = engine.isUp();
        switch (event) {
            case StationEvent.Booted _ -> forget();
            case StationEvent.SetPointWritten(var socket, var point) ->
                sockets[socket.index()] = written(point, now.millis());
            case StationEvent.NetworkSetPointWritten(var phase, var point) ->
                phases[phase.index()] = written(point, now.millis());
            case StationEvent.Measured measured -> drawn[measured.socket().index()] =
                    Wiring.of(settings, measured.socket()).gridOf(measured.reading().currents());
            default -> {
                // what else happens is not the system's doing
            }
        }
        if (up && breach == null && !(event instanceof StationEvent.Measured)) {
            check(engine, now);
        }
    }

    private Written written(SetPoint point, long now) {
        return new Written(point.ampere(), now + settings.energyManagement().orElseThrow().validity().toMillis());
    }

    private void check(StationEngine engine, SiteTime now) {
        EnergyManagement by = settings.energyManagement().orElseThrow();
        long safe = by.safe().milliampere();
        boolean heard = Arrays.stream(sockets).anyMatch(w -> w.holds(now.millis()));
        long[] limits = limits(by, heard, now.millis());
        for (int phase = 0; phase < PHASES; phase++) {
            if (limits[phase] < lastLimits[phase]) {
                fellAt = now.millis();
            }
            lastLimits[phase] = limits[phase];
        }
        long[] told = new long[PHASES];
        for (int s = 0; s < sockets.length; s++) {
            SocketLook look = engine.look(SocketNumber.values()[s]);
            long cap = by.mode() == Mode.SOCKET && heard ? cap(sockets[s], safe, now.millis()) : Long.MAX_VALUE;
            int floor = look.vehicleClass() == VehicleClass.FOURTEEN_AMPERE ? LEAST_OF_14 : LEAST;
            if (look.told() > cap || (look.told() != 0 && look.told() < floor)) {
                broken(Invariant.I3_USABLE, now, look.told() + " mA told to socket " + (s + 1) + ", allowed " + cap);
            }
            for (int phase = 0; phase < PHASES; phase++) {
                told[phase] += look.loads(phase) ? look.told() : 0;
            }
        }
        checkPhases(limits, told, now);
    }

    private void checkPhases(long[] limits, long[] told, SiteTime now) {
        for (int phase = 0; phase < PHASES; phase++) {
            Phase on = Phase.values()[phase];
            long flows = Arrays.stream(drawn).mapToLong(d -> d.on(on).milliampere()).sum();
            if (told[phase] > limits[phase]) {
                broken(Invariant.I1_TOLD, now, told[phase] + " mA told on " + on + ", limit " + limits[phase]);
            }
            if (flows > limits[phase] && now.millis() - fellAt > FOLLOWED_MILLIS) {
                broken(Invariant.I2_DRAWN, now, flows + " mA drawn on " + on + ", limit " + limits[phase]);
            }
        }
    }

    /** What a socket may have in Socket mode: its set point, nothing where that is below 6 A, or the safe current. */
    private static long cap(Written written, long safe, long now) {
        if (!written.holds(now)) {
            return safe;
        }
        return written.milliampere() < LEAST ? 0 : written.milliampere();
    }

    /** What all sockets together may have on each phase. */
    private long[] limits(EnergyManagement by, boolean heard, long now) {
        long station = settings.stationMaximum().milliampere();
        long safe = by.safe().milliampere();
        return IntStream.range(0, PHASES)
                .mapToLong(phase -> Math.min(station, switch (by.mode()) {
                    case OFF -> station;
                    case SOCKET -> heard
                            ? Arrays.stream(sockets).mapToLong(w -> cap(w, safe, now)).sum()
                            : safe;
                    case NETWORK -> phases[phase].holds(now) ? phases[phase].milliampere() : safe;
                }))
                .toArray();
    }

    private void broken(Invariant invariant, SiteTime now, String what) {
        if (breach == null) {
            breach = new Breach(invariant, now, what, trace.lines());
        }
    }
}
