package plugwright.station.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.SiteTime;
import plugwright.station.engine.Effect;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;

/**
 * A station under an energy management system in virtual time. What its set points allow is checked after every event;
 * it stops at the first breach. Not thread-safe.
 */
public final class ManagedWorld {

    /** Nobody reads more lines between two looks. */
    private static final int MAX_LINES = 1_000;

    private final ManagedWatch watch;
    private final World world;
    private final List<String> lines = new ArrayList<>();

    /** A world whose station has just started. */
    public ManagedWorld(StationSettings settings, SiteTime start) {
        this.watch = new ManagedWatch(settings);
        this.world = new World(settings, start, watch);
        command(new WorldCommand.Boot(settings, BootReason.POWER_ON));
    }

    /** For reading; what happens to it goes through this class. */
    public World world() {
        return world;
    }

    /** What broke first, if anything. */
    public Optional<Breach> breach() {
        return watch.breach();
    }

    public void command(WorldCommand command) {
        take(world.command(command));
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    public boolean advanceTo(SiteTime moment) {
        List<World.Happened> happened = new ArrayList<>();
        while (breach().isEmpty() && world.step(moment, happened)) {
            take(happened);
            happened.clear();
        }
        return breach().isEmpty();
    }

    private void take(List<World.Happened> happened) {
        for (World.Happened one : happened) {
            if (one.effect() instanceof Effect.LogLine line && lines.size() < MAX_LINES) {
                lines.add(line.text());
            }
        }
    }

    /** Lines of the log since this was asked last, oldest first. */
    public List<String> takeLog() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
