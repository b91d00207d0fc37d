package plugwright.station.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.SiteEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;

/** Several stations under one total with the vehicles at them, in virtual time. Not thread-safe. */
public final class SiteWorld {

    private final SiteEngine engine;
    private final List<List<Place>> places = new ArrayList<>();
    private final SiteInvariants invariants;
    private final int skipping;
    private SiteTime now;
    private int settledTicks;

    /** A site whose stations have just started. */
    public SiteWorld(List<StationSettings> stations, Ampere total, SiteTime start) {
        this(stations, total, start, World.Pace.QUICK);
    }

    SiteWorld(List<StationSettings> stations, Ampere total, SiteTime start, World.Pace pace) {
        engine = new SiteEngine(stations, total, start);
        invariants = new SiteInvariants(engine, stations, total);
        skipping = pace == World.Pace.QUICK ? World.MOST_SKIPPED : 1;
        now = start;
        for (int station = 0; station < stations.size(); station++) {
            List<Place> its = new ArrayList<>();
            for (int i = 0; i < stations.get(station).sockets(); i++) {
                its.add(new Place(SocketNumber.values()[i]));
            }
            places.add(List.copyOf(its));
            happen(station, new StationEvent.Booted(stations.get(station), BootReason.POWER_ON));
        }
    }

    public SiteTime now() {
        return now;
    }

    public StationSnapshot snapshot(int station) {
        return engine.station(station).snapshot();
    }

    public StationSettings settings(int station) {
        return engine.station(station).settings();
    }

    /** What broke first, if anything. */
    public Optional<Breach> breach() {
        return invariants.breach();
    }

    /** Changes the total over all stations. */
    public void total(Ampere total) {
        engine.total(total);
        invariants.total(total, now.millis());
        settledTicks = 0;
    }

    /** Has the checks alone go by another total, as if the stations had got it wrong. */
    void believe(Ampere total) {
        invariants.total(total, now.millis());
    }

    /** Carries a command out at a station; it is decided about with the next tick. */
    public void command(int station, WorldCommand command) {
        switch (command) {
            case WorldCommand.PlugIn plug -> {
                unplug(station, plug.socket());
                place(station, plug.socket()).plug(plug.vehicle());
                invariants.expect(station, plug.socket(), plug.vehicle());
                happen(station, new StationEvent.Plugged(plug.socket(), plug.vehicle().cable()));
            }
            case WorldCommand.Unplug unplug -> unplug(station, unplug.socket());
            case WorldCommand.ChangeSettings change ->
                happen(station, new StationEvent.SettingsChanged(change.settings()));
            case WorldCommand.FromOutside outside -> happen(station, outside.event());
            case WorldCommand.ShutDown _ -> happen(station, new StationEvent.WentDown());
            case WorldCommand.Boot boot -> boot(station, boot);
        }
    }

    private void unplug(int station, SocketNumber socket) {
        if (place(station, socket).spec().isPresent()) {
            place(station, socket).unplug();
            happen(station, new StationEvent.Unplugged(socket));
        }
    }

    private void boot(int station, WorldCommand.Boot boot) {
        happen(station, new StationEvent.WentDown());
        happen(station, new StationEvent.Booted(boot.settings(), boot.reason()));
        for (int i = 0; i < places.get(station).size(); i++) {
            SocketNumber socket = SocketNumber.values()[i];
            place(station, socket)
                    .spec()
                    .ifPresent(v -> happen(station, new StationEvent.Plugged(socket, v.cable())));
        }
    }

    private Place place(int station, SocketNumber socket) {
        return places.get(station).get(socket.index());
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    public boolean advanceTo(SiteTime moment) {
        while (breach().isEmpty() && moment.millisSince(now) >= World.TICK_MILLIS) {
            long elapsed = quietTicks(moment) * World.TICK_MILLIS;
            now = now.plusMillis(elapsed);
            settledTicks = tick(elapsed) ? 0 : settledTicks + 1;
        }
        return breach().isEmpty();
    }

    private long quietTicks(SiteTime moment) {
        long most = Math.min(moment.millisSince(now) / World.TICK_MILLIS, skipping);
        if (most < 2 || settledTicks < World.SETTLED_TICKS) {
            return 1;
        }
        long ticks = Math.min(most, (engine.nextMoment().millisSince(now) - 1) / World.TICK_MILLIS);
        for (List<Place> station : places) {
            for (Place place : station) {
                if (ticks < 2 || !place.isSteady(now.millis(), ticks * World.TICK_MILLIS)) {
                    return 1;
                }
            }
        }
        return ticks;
    }

    /** Whether any station did anything. */
    private boolean tick(long elapsed) {
        boolean acted = false;
        for (int station = 0; station < places.size(); station++) {
            for (Place place : places.get(station)) {
                StationSettings settings = engine.station(station).settings();
                acted |= step(station, place.live(settings, now.millis(), elapsed));
            }
        }
        List<List<Effect>> effects = engine.tick(now);
        for (int station = 0; station < effects.size(); station++) {
            acted |= take(station, effects.get(station));
        }
        invariants.afterTick(now);
        return acted;
    }

    private void happen(int station, StationEvent event) {
        settledTicks = 0;
        step(station, event);
    }

    private boolean step(int station, StationEvent event) {
        List<Effect> effects = engine.step(station, event, now);
        invariants.after(station, event, now);
        return take(station, effects);
    }

    private boolean take(int station, List<Effect> effects) {
        for (Effect effect : effects) {
            invariants.note(station, effect, now);
            Place.socketOf(effect).ifPresent(socket -> place(station, socket).take(effect));
        }
        return !effects.isEmpty();
    }
}
