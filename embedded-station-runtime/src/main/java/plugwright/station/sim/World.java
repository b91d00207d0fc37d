package plugwright.station.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.GridShare;
import plugwright.station.engine.SocketLook;
import plugwright.station.engine.SocketStanding;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;

/**
 * A station, the vehicles at it and its meters, stepped together in virtual time. A shell drives it in real time or
 * faster, tests as fast as it goes; the same commands at the same moments give the same course. Not thread-safe.
 */
public final class World {

    /** The control's tick; vehicles and meters step with it. */
    public static final long TICK_MILLIS = 200;

    /** At most this much is made good in one go: beyond it the clock leapt and the world goes on from there. */
    private static final long LONGEST_ADVANCE_MILLIS = 24 * 3_600_000L;

    /** After anything happened so many ticks are told before some are skipped: what it set going shows by then. */
    static final int SETTLED_TICKS = 3;

    /** Ticks made up for in one: the control counts no more than 5 s of waiting from one decision to the next. */
    static final int MOST_SKIPPED = 25;

    private final StationEngine engine;
    private final int skipping;
    private int settledTicks;
    private final List<Place> places = new ArrayList<>();
    private final Witness witness;
    private SiteTime now;
    private boolean stalled;

    /** Sees every event of a world, after the station has dealt with it. */
    @FunctionalInterface
    public interface Witness {
        void after(StationEvent event, List<Effect> effects, StationEngine engine, SiteTime now);
    }

    /** Looks away. */
    static final Witness NOBODY = (_, _, _, _) -> {};

    /** A moment of the world and what the station did in it. */
    public record Happened(SiteTime at, Effect effect) {}

    /** A world whose station is off; {@link WorldCommand.Boot} starts it. */
    public World(StationSettings settings, SiteTime start) {
        this(settings, start, NOBODY);
    }

    /** The same, with someone who looks on. */
    public World(StationSettings settings, SiteTime start, Witness witness) {
        this(settings, start, witness, Pace.QUICK);
    }

    /** How many ticks are told to the station. */
    enum Pace {
        /** Those in which something can happen. */
        QUICK,
        /** All. */
        EVERY_TICK
    }

    World(StationSettings settings, SiteTime start, Witness witness, Pace pace) {
        this.skipping = pace == Pace.QUICK ? MOST_SKIPPED : 1;
        this.witness = witness;
        this.engine = new StationEngine(settings, start);
        this.now = start;
        for (int i = 0; i < settings.sockets(); i++) {
            places.add(new Place(SocketNumber.values()[i]));
        }
    }

    public SiteTime now() {
        return now;
    }

    /** The same moment on the station's steady clock: a leap of the site's is not in it. */
    public SiteTime steady() {
        return engine.steady();
    }

    public StationSnapshot snapshot() {
        return engine.snapshot();
    }

    public StationSettings settings() {
        return engine.settings();
    }

    public boolean isUp() {
        return engine.isUp();
    }

    /** Whether the vehicle at a socket asks for energy. */
    public boolean asks(SocketNumber socket) {
        return places.get(socket.index()).pilotState() == VehiclePilot.C;
    }

    /** Whether the station's program stands still. */
    public boolean isStalled() {
        return stalled;
    }

    /** What a socket is told and what that rests on. */
    public SocketLook look(SocketNumber socket) {
        return engine.look(socket);
    }

    /** What the station's network needs to know of a socket. */
    public SocketStanding standing(SocketNumber socket) {
        return engine.standing(socket);
    }

    /** What the station's meter or energy management leaves for its network. */
    public GridShare gridShare() {
        return engine.gridShare();
    }

    /** What is on the pilot of a socket at this moment. */
    public PilotSignal pilot(SocketNumber socket) {
        return places.get(socket.index()).pilot();
    }

    /** What is drawn at a socket on a grid phase, 0 to 2, in mA. */
    public int milliampere(SocketNumber socket, int phase) {
        return places.get(socket.index()).milliampere(phase);
    }

    public Optional<VehicleView> vehicle(SocketNumber socket) {
        return places.get(socket.index()).view();
    }

    /** The station's program stands still; the watchdogs of its pilots open them, and its contactors. */
    public void stall() {
        stalled = true;
        settledTicks = 0;
        places.forEach(p -> p.watchdog(true));
    }

    /** A program that stood still goes on where it was. */
    public void goOn() {
        stalled = false;
        settledTicks = 0;
        places.forEach(p -> p.watchdog(false));
    }

    /** Carries a command out now. */
    public List<Happened> command(WorldCommand command) {
        List<Happened> happened = new ArrayList<>();
        switch (command) {
            case WorldCommand.PlugIn plug -> plugIn(plug, happened);
            case WorldCommand.Unplug unplug -> unplug(unplug.socket(), happened);
            case WorldCommand.ChangeSettings change ->
                happen(new StationEvent.SettingsChanged(change.settings()), happened);
            case WorldCommand.FromOutside outside -> happen(outside.event(), happened);
            case WorldCommand.ShutDown _ -> happen(new StationEvent.WentDown(), happened);
            case WorldCommand.Boot boot -> boot(boot, happened);
        }
        return happened;
    }

    private void plugIn(WorldCommand.PlugIn plug, List<Happened> happened) {
        unplug(plug.socket(), happened);
        places.get(plug.socket().index()).plug(plug.vehicle());
        happen(new StationEvent.Plugged(plug.socket(), plug.vehicle().cable()), happened);
    }

    private void unplug(SocketNumber socket, List<Happened> happened) {
        Place place = places.get(socket.index());
        if (place.spec().isPresent()) {
            place.unplug();
            happen(new StationEvent.Unplugged(socket), happened);
        }
    }

    private void boot(WorldCommand.Boot boot, List<Happened> happened) {
        happen(new StationEvent.WentDown(), happened);
        happen(new StationEvent.Booted(boot.settings(), boot.reason()), happened);
        for (int i = 0; i < places.size(); i++) {
            SocketNumber socket = SocketNumber.values()[i];
            places.get(i).spec().ifPresent(v -> happen(new StationEvent.Plugged(socket, v.cable()), happened));
        }
    }

    /**
     * Lets time go on in ticks up to a moment; a rest shorter than a tick is left for the next time. Ticks in which
     * nothing can happen are made up for in one.
     */
    public List<Happened> advanceTo(SiteTime moment) {
        List<Happened> happened = new ArrayList<>();
        if (moment.millisSince(now) > LONGEST_ADVANCE_MILLIS) {
            now = moment.plusMillis(-LONGEST_ADVANCE_MILLIS);
        }
        while (step(moment, happened)) {
            // one tick after the other
        }
        return happened;
    }

    /** One tick, or some quiet ones made up for in one; false where a moment is less than a tick away. */
    boolean step(SiteTime moment, List<Happened> happened) {
        if (moment.millisSince(now) < TICK_MILLIS) {
            return false;
        }
        long elapsed = quietTicks(moment) * TICK_MILLIS;
        int before = happened.size();
        now = now.plusMillis(elapsed);
        tick(elapsed, happened);
        settledTicks = happened.size() == before ? settledTicks + 1 : 0;
        return true;
    }

    /** For how many ms nothing can happen by itself, so that the world may be left alone; 0 where it may not. */
    public long rests() {
        long ticks = quietTicks(now.plusMillis(MOST_SKIPPED * TICK_MILLIS));
        return ticks < 2 ? 0 : ticks * TICK_MILLIS;
    }

    /** How many ticks to the last one, not after a moment, before which nothing can happen; 1 at least. */
    private long quietTicks(SiteTime moment) {
        long most = Math.min(moment.millisSince(now) / TICK_MILLIS, skipping);
        if (most < 2 || stalled || settledTicks < SETTLED_TICKS) {
            return 1;
        }
        SiteTime next = engine.nextMoment();
        // The tick before the one in which it happens is told as well.
        long ticks = Math.min(most, (next.millisSince(now) - 1) / TICK_MILLIS);
        for (Place place : places) {
            if (ticks < 2 || !place.isSteady(now.millis(), ticks * TICK_MILLIS)) {
                return 1;
            }
        }
        return ticks;
    }

    private void tick(long elapsed, List<Happened> happened) {
        for (Place place : places) {
            StationEvent measured = place.live(engine.settings(), now.millis(), elapsed);
            if (!stalled) {
                happen(measured, happened);
            }
        }
        if (!stalled) {
            happen(new StationEvent.Tick(), happened);
        }
    }

    private void happen(StationEvent event, List<Happened> happened) {
        boolean byMeter = event instanceof StationEvent.GridMetered;
        SiteTime nextBefore = byMeter ? engine.nextMoment() : now;
        List<Effect> effects = engine.step(event, now);
        boolean changesNothing = event instanceof StationEvent.Measured
                || event instanceof StationEvent.Tick
                || (byMeter && effects.isEmpty() && engine.nextMoment().compareTo(nextBefore) >= 0);
        if (!changesNothing) {
            settledTicks = 0;
        }
        witness.after(event, effects, engine, now);
        for (Effect effect : effects) {
            happened.add(new Happened(now, effect));
            Place.socketOf(effect).ifPresent(socket -> places.get(socket.index()).take(effect));
        }
    }
}
