package plugwright.station.sim;

import java.util.ArrayList;
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
        this(settings, start, World.Pace.QUICK, World.NOBODY);
    }

    WatchedWorld(StationSettings settings, SiteTime start, World.Pace pace, World.Witness another) {
        this.invariants = new Invariants(settings);
        this.world = new World(
                settings,
                start,
                (event, effects, engine, now) -> {
                    invariants.after(event, effects, engine, now);
                    another.after(event, effects, engine, now);
                },
                pace);
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

    public void command(WorldCommand command) {
        if (command instanceof WorldCommand.PlugIn plug) {
            invariants.expect(plug.socket(), plug.vehicle());
        }
        world.command(command);
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    public boolean advanceTo(SiteTime moment) {
        List<World.Happened> happened = new ArrayList<>();
        while (breach().isEmpty() && world.step(moment, happened)) {
            happened.clear();
        }
        return breach().isEmpty();
    }
}
