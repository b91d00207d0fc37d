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
    private final List<SitePlace> places = new ArrayList<>();
    private final int[] firstPlace;
    private final SiteInvariants invariants;
    private final int skipping;
    private final Watcher watcher;
    private SiteTime now;
    /** Ticks up to this moment are told to all: someone did something just before. */
    private long wholeUntil;
    private long wholeAt;
    private long wholeEvery = World.TICK_MILLIS;
    /** When a decision may differ from the last though nothing is told to it. */
    private long decisionAt;
    /** When something is due at a socket by itself. */
    private long ownAt;

    /** A site whose stations have just started. */
    public SiteWorld(List<StationSettings> stations, Ampere total, SiteTime start) {
        this(stations, total, start, World.Pace.QUICK);
    }

    /** Sees what each station does. */
    @FunctionalInterface
    interface Watcher {
        void did(int station, Effect effect, SiteTime at);
    }

    SiteWorld(List<StationSettings> stations, Ampere total, SiteTime start, World.Pace pace) {
        this(stations, total, start, pace, (_, _, _) -> {});
    }

    SiteWorld(List<StationSettings> stations, Ampere total, SiteTime start, World.Pace pace, Watcher watcher) {
        this.watcher = watcher;
        engine = new SiteEngine(stations, total, start);
        invariants = new SiteInvariants(engine, stations, total);
        skipping = pace == World.Pace.QUICK ? World.MOST_SKIPPED : 1;
        now = start;
        firstPlace = new int[stations.size() + 1];
        for (int station = 0; station < stations.size(); station++) {
            for (int i = 0; i < stations.get(station).sockets(); i++) {
                places.add(new SitePlace(station, SocketNumber.values()[i], start.millis()));
            }
            firstPlace[station + 1] = places.size();
        }
        for (int station = 0; station < stations.size(); station++) {
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
        wholeUntil = now.millis() + World.SETTLED_TICKS * World.TICK_MILLIS;
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
                place(station, plug.socket()).plug(plug.vehicle(), now.millis());
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
            place(station, socket).unplug(now.millis());
            happen(station, new StationEvent.Unplugged(socket));
        }
    }

    private void boot(int station, WorldCommand.Boot boot) {
        happen(station, new StationEvent.WentDown());
        happen(station, new StationEvent.Booted(boot.settings(), boot.reason()));
        for (SitePlace place : places.subList(firstPlace[station], firstPlace[station + 1])) {
            place.spec().ifPresent(v -> happen(station, new StationEvent.Plugged(place.socket(), v.cable())));
        }
    }

    private SitePlace place(int station, SocketNumber socket) {
        return places.get(firstPlace[station] + socket.index());
    }

    /** Lets time go on, no further than the first breach; true while all held. */
    public boolean advanceTo(SiteTime moment) {
        while (breach().isEmpty() && moment.millisSince(now) >= World.TICK_MILLIS) {
            long last = now.millis() + moment.millisSince(now) / World.TICK_MILLIS * World.TICK_MILLIS;
            long next = Math.min(last, nextTick());
            boolean whole = next == last || next <= wholeUntil || next >= wholeAt + wholeEvery;
            now = new SiteTime(next);
            tick(whole);
        }
        return breach().isEmpty();
    }

    /** The next tick at which anything may happen: all before it are left out. */
    private long nextTick() {
        if (now.millis() < wholeUntil || wholeEvery == World.TICK_MILLIS) {
            return now.millis() + World.TICK_MILLIS;
        }
        // The tick before a decision is told as well: times are counted from it.
        long next = Math.min(wholeAt + wholeEvery, decisionAt - World.TICK_MILLIS);
        next = Math.min(next, Math.min(ownAt, invariants.nextMoment()));
        for (int i = 0; i < places.size(); i++) {
            next = Math.min(next, places.get(i).wakesAt());
        }
        return now.millis() + Math.max(1, Math.ceilDiv(next - now.millis(), World.TICK_MILLIS)) * World.TICK_MILLIS;
    }

    /** @param whole whether all meters are read, or only those of places at which something changes */
    private void tick(boolean whole) {
        boolean changed = engine.isStirred(now);
        for (int i = 0; i < places.size(); i++) {
            SitePlace place = places.get(i);
            if (whole || place.wakesAt() <= now.millis()) {
                changed |= place.live(engine.station(place.station()).settings(), now.millis());
            }
        }
        if (changed) {
            engine.stood(now.plusMillis(-World.TICK_MILLIS));
        }
        for (int i = 0; i < places.size(); i++) {
            StationEvent.Measured measured = places.get(i).takeReading();
            if (measured != null) {
                step(places.get(i).station(), measured);
            }
        }
        boolean decides = whole || changed || now.millis() >= decisionAt - World.TICK_MILLIS;
        List<List<Effect>> effects = decides ? engine.tick(now) : engine.tickAlone(now);
        for (int station = 0; station < effects.size(); station++) {
            take(station, effects.get(station));
        }
        invariants.afterTick(now, decides);
        if (decides) {
            decisionAt = engine.nextDecision().millis();
        }
        ownAt = engine.nextOwn().millis();
        if (whole) {
            wholeAt = now.millis();
            wholeEvery = engine.mayRest() ? skipping * World.TICK_MILLIS : World.TICK_MILLIS;
        }
    }

    private void happen(int station, StationEvent event) {
        wholeUntil = now.millis() + World.SETTLED_TICKS * World.TICK_MILLIS;
        step(station, event);
    }

    private void step(int station, StationEvent event) {
        List<Effect> effects = engine.step(station, event, now);
        invariants.after(station, event, now);
        take(station, effects);
    }

    private void take(int station, List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            invariants.note(station, effect, now);
            watcher.did(station, effect, now);
            Optional<SocketNumber> socket = Place.socketOf(effect);
            if (socket.isPresent()) {
                place(station, socket.get()).take(effect, engine.station(station).settings(), now.millis());
            }
        }
    }
}
