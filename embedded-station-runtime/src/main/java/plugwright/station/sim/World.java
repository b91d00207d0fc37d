package plugwright.station.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.Effect;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.engine.MeterReading;
import plugwright.station.engine.StationEngine;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.engine.Wiring;
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

    private static final List<Double> VOLT =
            Collections.nCopies(Phase.values().length, (double) MeterReading.NOMINAL_VOLT);

    /** After anything happened so many ticks are told before some are skipped: what it set going shows by then. */
    private static final int SETTLED_TICKS = 3;

    /** Ticks made up for in one: the control counts no more than 5 s of waiting from one decision to the next. */
    private static final int MOST_SKIPPED = 25;

    private final StationEngine engine;
    private final int skipping;
    private int settledTicks;
    private final List<Place> places = new ArrayList<>();
    private final Witness witness;
    private SiteTime now;

    /** Sees every event of a world, after the station has dealt with it. */
    @FunctionalInterface
    public interface Witness {
        void after(StationEvent event, List<Effect> effects, StationEngine engine, SiteTime now);
    }

    /** Looks away. */
    static final Witness NOBODY = (_, _, _, _) -> {};

    /** What is at one socket. */
    private static final class Place {
        private final EnergyMeter meter = new EnergyMeter();
        private @Nullable Vehicle vehicle;
        private PilotSignal pilot = new PilotSignal.Off();
        private ContactorState contactor = ContactorState.OPEN;
    }

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
            places.add(new Place());
        }
    }

    public SiteTime now() {
        return now;
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

    public Optional<VehicleView> vehicle(SocketNumber socket) {
        return Optional.ofNullable(places.get(socket.index()).vehicle)
                .map(v -> new VehicleView(v.spec(), new Ampere(v.milliampere(0)), v.charged()));
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
        if (places.get(plug.socket().index()).vehicle != null) {
            unplug(plug.socket(), happened);
        }
        places.get(plug.socket().index()).vehicle = new Vehicle(plug.vehicle());
        happen(new StationEvent.Plugged(plug.socket(), plug.vehicle().cable()), happened);
    }

    private void unplug(SocketNumber socket, List<Happened> happened) {
        Place place = places.get(socket.index());
        if (place.vehicle != null) {
            place.vehicle = null;
            happen(new StationEvent.Unplugged(socket), happened);
        }
    }

    private void boot(WorldCommand.Boot boot, List<Happened> happened) {
        happen(new StationEvent.WentDown(), happened);
        happen(new StationEvent.Booted(boot.settings(), boot.reason()), happened);
        for (int i = 0; i < places.size(); i++) {
            Vehicle vehicle = places.get(i).vehicle;
            if (vehicle != null) {
                happen(new StationEvent.Plugged(SocketNumber.values()[i], vehicle.spec().cable()), happened);
            }
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

    /** How many ticks to the last one, not after a moment, before which nothing can happen; 1 at least. */
    private long quietTicks(SiteTime moment) {
        long most = Math.min(moment.millisSince(now) / TICK_MILLIS, skipping);
        if (most < 2 || settledTicks < SETTLED_TICKS) {
            return 1;
        }
        SiteTime next = engine.nextMoment();
        // The tick before the one in which it happens is told as well.
        long ticks = Math.min(most, (next.millisSince(now) - 1) / TICK_MILLIS);
        for (Place place : places) {
            Vehicle vehicle = place.vehicle;
            if (ticks < 2 || (vehicle != null
                    && !vehicle.isSteady(place.pilot, place.contactor == ContactorState.CLOSED, now.millis(),
                            ticks * TICK_MILLIS))) {
                return 1;
            }
        }
        return ticks;
    }

    private void tick(long elapsed, List<Happened> happened) {
        for (int i = 0; i < places.size(); i++) {
            SocketNumber socket = SocketNumber.values()[i];
            Place place = places.get(i);
            Vehicle vehicle = place.vehicle;
            PhaseCurrents outlet = PhaseCurrents.ZERO;
            if (vehicle != null) {
                vehicle.step(place.pilot, place.contactor == ContactorState.CLOSED, now.millis(), elapsed);
                outlet = PhaseCurrents.ofMilliampere(
                        vehicle.milliampere(0), vehicle.milliampere(1), vehicle.milliampere(2));
            }
            PhaseCurrents metered = Wiring.of(engine.settings(), socket).meterOf(outlet);
            place.meter.flow(
                    metered.l1().milliampere(), metered.l2().milliampere(), metered.l3().milliampere(), elapsed);
            VehiclePilot pilot = vehicle == null ? VehiclePilot.A : vehicle.pilotState();
            happen(new StationEvent.Measured(socket, reading(place, metered), pilot), happened);
        }
        happen(new StationEvent.Tick(), happened);
    }

    private static MeterReading reading(Place place, PhaseCurrents currents) {
        return new MeterReading(
                currents,
                VOLT,
                List.of(place.meter.wattHours(0), place.meter.wattHours(1), place.meter.wattHours(2)));
    }

    private void happen(StationEvent event, List<Happened> happened) {
        if (!(event instanceof StationEvent.Measured || event instanceof StationEvent.Tick)) {
            settledTicks = 0;
        }
        List<Effect> effects = engine.step(event, now);
        witness.after(event, effects, engine, now);
        for (Effect effect : effects) {
            happened.add(new Happened(now, effect));
            switch (effect) {
                case Effect.PilotTold told -> places.get(told.socket().index()).pilot = told.signal();
                case Effect.ContactorMoved moved -> places.get(moved.socket().index()).contactor = moved.state();
                case Effect.LogLine _ -> {
                    // for the caller alone
                }
            }
        }
    }
}
