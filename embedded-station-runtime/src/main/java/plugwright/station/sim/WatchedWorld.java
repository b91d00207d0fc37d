package plugwright.station.sim;

import java.util.List;
import java.util.Optional;
import plugwright.model.SiteTime;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;

/** A world with what must always hold checked after every event; it stops at the first breach. */
public final class WatchedWorld {

    private final Invariants invariants;
    private final World world;

    /** A world whose station has just started. */
    public WatchedWorld(StationSettings settings, SiteTime start) {
        this.invariants = new Invariants(settings);
        this.world = new World(settings, start, invariants);
        command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
    }

    /** For reading; what happens to it goes through this class. */
    public World world() {
        return world;
    }

    /** What broke first, if anything. */
    public Optional<Breach> breach() {
        return invariants.breach();
    }

    /** The last things that happened, oldest first. */
    public List<String> trace() {
        return invariants.trace();
    }

    public void command(WorldCommand command) {
        if (command instanceof WorldCommand.PlugIn plug) {
            invariants.expect(plug.socket(), plug.vehicle());
        }
        world.command(command);
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    public boolean advanceTo(SiteTime moment) {
        while (moment.millisSince(world.now()) >= World.TICK_MILLIS) {
            if (breach().isPresent()) {
                return false;
            }
            world.advanceTo(world.now().plusMillis(World.TICK_MILLIS));
        }
        return breach().isEmpty();
    }
}
