package plugwright.station.engine;

import java.util.ArrayList;
import java.util.List;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.World;
import plugwright.station.sim.World.Happened;
import plugwright.station.sim.WorldCommand;

/** A world for tests, in virtual time, with what must always hold checked after every tick. */
final class Bench {

    static final SocketNumber ONE = SocketNumber.ONE;
    static final SocketNumber TWO = SocketNumber.TWO;

    /** An obedient vehicle has followed a fallen limit by then (I2). */
    private static final long FOLLOWED_MILLIS = 6_000;

    final World world;
    private SiteTime lastChange;
    final List<String> log = new ArrayList<>();
    long pilotsTold;

    Bench(StationSettings settings) {
        world = new World(settings, new SiteTime(1_700_000_000_000L));
        lastChange = world.now();
        take(world.command(new WorldCommand.Boot(settings, BootReason.POWER_ON)));
        check();
    }

    Bench plug(SocketNumber socket, VehicleSpec vehicle) {
        take(world.command(new WorldCommand.PlugIn(socket, vehicle)));
        check();
        return this;
    }

    Bench unplug(SocketNumber socket) {
        take(world.command(new WorldCommand.Unplug(socket)));
        check();
        return this;
    }

    Bench settings(StationSettings settings) {
        lastChange = world.now();
        take(world.command(new WorldCommand.ChangeSettings(settings)));
        check();
        return this;
    }

    Bench command(WorldCommand command) {
        lastChange = world.now();
        take(world.command(command));
        check();
        return this;
    }

    Bench run(double seconds) {
        SiteTime end = world.now().plusMillis((long) (seconds * 1000));
        while (world.now().compareTo(end) < 0) {
            take(world.advanceTo(world.now().plusMillis(World.TICK_MILLIS)));
            check();
        }
        return this;
    }

    double told(SocketNumber socket) {
        return at(socket).offer().told().value();
    }

    double drawn(SocketNumber socket) {
        return at(socket).reading().currents().highest().value();
    }

    SocketSnapshot at(SocketNumber socket) {
        return world.snapshot().socket(socket);
    }

    private void take(List<Happened> happened) {
        for (Happened h : happened) {
            if (h.effect() instanceof Effect.LogLine line) {
                log.add(line.text());
            }
            pilotsTold += h.effect() instanceof Effect.PilotTold ? 1 : 0;
        }
    }

    /**
     * STA-2, I1 and I2: 0 or at least 6 A, never above a cap; the sum told never above the station maximum on any
     * phase, nor the sum drawn, but for 6 s after a change of settings.
     */
    private void check() {
        StationSnapshot snapshot = world.snapshot();
        for (Phase phase : Phase.values()) {
            Ampere sum = snapshot.toldOnGrid().on(phase);
            if (sum.compareTo(snapshot.stationMaximum()) > 0) {
                throw new AssertionError("told " + sum + " on " + phase + " of " + snapshot);
            }
            boolean constant = world.now().millisSince(lastChange) > FOLLOWED_MILLIS;
            Ampere drawn = snapshot.drawnOnGrid().on(phase);
            if (constant && drawn.compareTo(snapshot.stationMaximum()) > 0) {
                throw new AssertionError("drawn " + drawn + " on " + phase + " of " + snapshot);
            }
        }
        for (SocketSnapshot socket : snapshot.sockets()) {
            int told = socket.offer().told().milliampere();
            int floor = socket.vehicleClass().minimum().milliampere();
            Ampere cap = world.settings().connectorMaximum().get(socket.number().index());
            if ((told != 0 && told < floor) || socket.offer().told().compareTo(cap) > 0) {
                throw new AssertionError("told " + told + " to " + socket);
            }
        }
    }
}
