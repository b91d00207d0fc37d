package plugwright.station.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.LiveValues;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.sim.VehicleView;
import plugwright.station.sim.World;
import plugwright.station.sim.WorldCommand;

/** A station's world at the present moment of its site: brought up to date before it is looked at or changed. */
final class StationCourse {

    private final World world;
    private final StationJournal journal;
    private final Function<SiteTime, Instant> stationClock;

    /** @param stationClock what the station's own clock shows at a moment of the site */
    StationCourse(World world, StationJournal journal, Function<SiteTime, Instant> stationClock) {
        this.world = world;
        this.journal = journal;
        this.stationClock = stationClock;
    }

    void advanceTo(SiteTime now) {
        tell(world.advanceTo(now));
    }

    void boot(StationSettings settings, BootReason reason) {
        tell(world.command(new WorldCommand.Boot(settings, reason)));
    }

    void goDown() {
        tell(world.command(new WorldCommand.ShutDown()));
    }

    /** Changes that work without a reboot. */
    void apply(StationSettings settings) {
        if (world.isUp() && !settings.equals(world.settings())) {
            tell(world.command(new WorldCommand.ChangeSettings(settings)));
        }
    }

    void command(WorldCommand command) {
        tell(world.command(command));
    }

    private void tell(List<World.Happened> happened) {
        for (World.Happened one : happened) {
            if (one.effect() instanceof Effect.LogLine line) {
                journal.control(stationClock.apply(one.at()), line);
            }
        }
    }

    Map<PropertyId, PropertyValue> live() {
        return LiveValues.of(world.snapshot());
    }

    StationSnapshot snapshot() {
        return world.snapshot();
    }

    Optional<VehicleView> vehicle(SocketNumber socket) {
        return world.vehicle(socket);
    }
}
