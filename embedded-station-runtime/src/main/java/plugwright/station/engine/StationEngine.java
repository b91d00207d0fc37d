package plugwright.station.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.PhaseCurrents;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.control.ControlCore;
import plugwright.station.log.LogLevel;

/**
 * One station: takes events with their moment, gives effects, and shows itself in snapshots. All its state is in here
 * and changes only through {@link #step}; the same events give the same effects. Not thread-safe: one owner.
 */
public final class StationEngine {

    private static final int MILLIS = 1_000;

    /** Where nothing will happen by itself: beyond every clock, and far from the end of the type. */
    private static final long FAR = Long.MAX_VALUE / 2;

    private StationSettings settings;
    private Seat seat;
    private List<SocketMachine> sockets;
    private OutsideLimits outside = new OutsideLimits();
    private GridWatch grid = new GridWatch();
    private EnergyWatch energy = new EnergyWatch();
    private boolean newSettings = true;
    private boolean up;
    private final SteadyClock clock;

    /** A station that is off; nothing happens until {@link StationEvent.Booted}. */
    public StationEngine(StationSettings settings, SiteTime now) {
        this.settings = settings;
        this.clock = new SteadyClock(now);
        this.seat = Seat.alone(settings.sockets());
        this.sockets = sockets(settings, seat);
    }

    /** One of several stations for which one control decides. */
    StationEngine(StationSettings settings, Seat seat, SiteTime now) {
        this.settings = settings;
        this.clock = new SteadyClock(now);
        this.seat = seat;
        this.sockets = sockets(settings, seat);
    }

    private static List<SocketMachine> sockets(StationSettings settings, Seat seat) {
        List<SocketMachine> sockets = new ArrayList<>();
        for (int i = 0; i < settings.sockets(); i++) {
            sockets.add(new SocketMachine(SocketNumber.values()[i], settings, seat));
        }
        return List.copyOf(sockets);
    }

    public boolean isUp() {
        return up;
    }

    public StationSettings settings() {
        return settings;
    }

    /**
     * Lets an event happen. While the station is down all but {@link StationEvent.Booted} is ignored: nobody is there
     * to see it.
     *
     * @param moment of the event; a clock that leaps or is set back disturbs nothing
     * @return what the station does, in order
     */
    public List<Effect> step(StationEvent event, SiteTime moment) {
        Optional<Long> leap = clock.take(moment);
        if (event instanceof StationEvent.Booted boot) {
            return boot(boot);
        }
        if (!up) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        leap.ifPresent(millis -> leapt(millis, effects));
        boolean decides = switch (event) {
            case StationEvent.Booted _ -> false;
            case StationEvent.WentDown _ -> goDown(effects);
            case StationEvent.SettingsChanged changed -> change(changed.settings(), effects);
            case StationEvent.Plugged plugged -> plug(plugged);
            case StationEvent.Unplugged unplugged -> unplug(unplugged, effects);
            case StationEvent.Measured measured -> measure(measured, effects);
            case StationEvent.GridMetered metered -> read(metered.reading(), effects);
            case StationEvent.NetworkDrawn(PhaseCurrents drawn) -> {
                grid.drawnByNetwork(drawn, clock.now());
                yield false;
            }
            case StationEvent.SetPointWritten written -> {
                energy.write(written.socket().index(), written.point(), clock.now());
                yield true;
            }
            case StationEvent.NetworkSetPointWritten written -> {
                energy.write(written.phase(), written.point(), clock.now());
                yield true;
            }
            case StationEvent.PhasesChosen chosen -> {
                sockets.get(chosen.socket().index()).phases().choose(chosen.phases());
                yield true;
            }
            case StationEvent.GroupLimited limited -> outside.set(limited.group(), limited.limit());
            case StationEvent.SocketLimited limited -> {
                sockets.get(limited.socket().index()).limit(limited.kind(), limited.limit());
                yield true;
            }
            case StationEvent.Leased leased -> {
                sockets.get(leased.socket().index()).lease(leased.lease());
                yield true;
            }
            case StationEvent.SuspensionChanged changed -> suspend(changed.suspension(), effects);
            case StationEvent.Tick _ -> true;
        };
        if (decides && !seat.isShared()) {
            beforeDecision(effects);
            seat.core().decide(clock.now());
            afterDecision(effects);
        }
        return effects;
    }

    private void leapt(long millis, List<Effect> effects) {
        grid.distrust();
        effects.add(new Effect.LogLine(LogLevel.WARNING, "The clock leapt by " + millis / MILLIS + " s"));
    }

    private List<Effect> boot(StationEvent.Booted boot) {
        settings = boot.settings();
        if (seat.isShared()) {
            sockets.forEach(s -> seat.core().unplugged(s.at()));
        } else {
            seat = Seat.alone(settings.sockets());
        }
        sockets = sockets(settings, seat);
        outside = new OutsideLimits();
        grid = new GridWatch();
        energy = new EnergyWatch();
        newSettings = true;
        grid.settings(settings.activeBalancing(), outside);
        energy.settings(settings.energyManagement(), sockets, outside);
        up = true;
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.LogLine(LogLevel.INFO, "Station started, reason: " + boot.reason()));
        sayWhatCannotWork(effects);
        return effects;
    }

    private void sayWhatCannotWork(List<Effect> effects) {
        settings.obstacles().forEach(o -> effects.add(
                new Effect.LogLine(LogLevel.ERROR, "Settings cannot work: " + o)));
    }

    private boolean goDown(List<Effect> effects) {
        effects.add(new Effect.LogLine(LogLevel.INFO, "Station goes down"));
        sockets.forEach(s -> s.off(effects));
        if (seat.isShared()) {
            sockets.forEach(s -> seat.core().unplugged(s.at()));
        }
        up = false;
        return false;
    }

    private boolean change(StationSettings changed, List<Effect> effects) {
        if (changed.sockets() != settings.sockets()) {
            effects.add(new Effect.LogLine(LogLevel.ERROR, "Settings for another number of sockets are not taken"));
            return false;
        }
        settings = changed;
        newSettings = true;
        grid.settings(changed.activeBalancing(), outside);
        energy.settings(changed.energyManagement(), sockets, outside);
        sockets.forEach(s -> s.settings(changed));
        if (changed.isReadingP1() && sockets.getFirst().suspension() == Suspension.BY_CONTACT) {
            suspend(Suspension.NONE, effects);
        }
        effects.add(new Effect.LogLine(LogLevel.INFO, "Settings changed: station maximum " + changed.stationMaximum()
                + ", load balancing " + changed.standardLoadBalancing()));
        sayWhatCannotWork(effects);
        return true;
    }

    private boolean plug(StationEvent.Plugged plugged) {
        sockets.get(plugged.socket().index()).plug(plugged.cable(), plugged.outlet(), clock.now());
        return true;
    }

    private boolean unplug(StationEvent.Unplugged unplugged, List<Effect> effects) {
        sockets.get(unplugged.socket().index()).unplug(effects);
        return true;
    }

    private boolean measure(StationEvent.Measured measured, List<Effect> effects) {
        boolean acts = sockets.get(measured.socket().index())
                .measure(measured.reading(), measured.vehicle(), effects, clock.now());
        if (settings.activeBalancing().filter(by -> by.reach() == Reach.STATION).isPresent()) {
            PhaseCurrents drawn = PhaseCurrents.ZERO;
            for (SocketMachine socket : sockets) {
                drawn = drawn.plus(socket.wiring().gridOf(socket.reading().currents()));
            }
            grid.drawn(drawn, clock.now());
        }
        return acts;
    }

    private boolean read(GridReading reading, List<Effect> effects) {
        grid.read(reading, outside, effects, clock.now());
        return true;
    }

    private boolean suspend(Suspension suspension, List<Effect> effects) {
        if (suspension == Suspension.BY_CONTACT && settings.isReadingP1()) {
            effects.add(new Effect.LogLine(
                    LogLevel.WARNING,
                    "The suspend contact is not used: the station reads its meter at the P1 port (Suspend Charging Mode"
                            + " and P1 exclude each other)"));
            return false;
        }
        sockets.forEach(s -> s.suspend(suspension));
        String text = switch (suspension) {
            case NONE -> "Charging is released";
            case BY_CONTACT -> "Charging is suspended by the contact";
            case BY_NETWORK -> "Charging is suspended by the network";
        };
        effects.add(new Effect.LogLine(LogLevel.INFO, text));
        return true;
    }

    /** Tells the control what is so now; it may decide then. */
    void beforeDecision(List<Effect> effects) {
        grid.tick(outside, effects, clock.now());
        energy.tick(sockets, outside, effects, clock.now());
        if (outside.takeChanged() || newSettings) {
            newSettings = false;
            ControlSetup.apply(settings, outside, seat, clock.now());
            sockets.forEach(s -> s.phases().connect());
        }
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).prepare(clock.now());
        }
    }

    /** A tick of a site: takes the time and tells the control. */
    void beforeSiteDecision(SiteTime moment, List<Effect> effects) {
        Optional<Long> leap = clock.take(moment);
        if (up) {
            if (leap.isPresent()) {
                leapt(leap.get(), effects);
            }
            for (int i = 0; i < sockets.size(); i++) {
                sockets.get(i).readAgain(clock.now());
            }
            beforeDecision(effects);
        }
    }

    /** Has those sockets act at which something is due by itself. */
    void actAlone(SiteTime moment, List<Effect> effects) {
        Optional<Long> leap = clock.take(moment);
        if (leap.isPresent()) {
            leapt(leap.get(), effects);
        }
        for (int i = 0; i < sockets.size(); i++) {
            if (sockets.get(i).nextMoment(clock.now()) <= clock.now()) {
                sockets.get(i).act(effects, clock.now());
            }
        }
    }

    /** All was as it is until a steady moment. */
    void stood(long until) {
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).readAgain(until);
            sockets.get(i).stood(until);
        }
    }

    /** Whether the control does not know of everything that is so at a steady moment. */
    boolean isStirred(long last, long now) {
        for (int i = 0; i < sockets.size(); i++) {
            if (sockets.get(i).isStirred(last, now)) {
                return true;
            }
        }
        return false;
    }

    /** Does what was decided. */
    void afterDecision(List<Effect> effects) {
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).act(effects, clock.now());
        }
    }

    /**
     * The next moment at which a tick may do anything if no other event comes before; the moment of the last event or
     * earlier while something is on its way. Ticks before it need not be told.
     */
    public SiteTime nextMoment() {
        if (!up) {
            return new SiteTime(FAR);
        }
        return new SiteTime(Math.min(Math.min(seat.core().nextMoment(), ownMoment()), FAR) + clock.offset());
    }

    /** The same by what is at this station alone, its control left aside: a steady moment, in ms. */
    long ownMoment() {
        long next = up ? Math.min(grid.lostAt(), energy.nextMoment()) : FAR;
        for (int i = 0; i < sockets.size(); i++) {
            next = up ? Math.min(next, sockets.get(i).nextMoment(clock.now())) : next;
        }
        return next;
    }

    /** What a socket is told and what that rests on; cheap enough to be looked at after every event. */
    public SocketLook look(SocketNumber socket) {
        int i = seat.firstSocket() + socket.index();
        ControlCore core = seat.core();
        return up
                ? new SocketLook(
                        core.told(i), core.target(i), core.phases(i), core.vehicleClass(i), core.demand(i),
                        core.reason(i), core.reasonUntil(i) + clock.offset())
                : SocketLook.OFF;
    }

    /** The same; the one before where nothing differs from it. */
    public SocketLook look(SocketNumber socket, SocketLook before) {
        int i = seat.firstSocket() + socket.index();
        ControlCore core = seat.core();
        boolean same = up && before.told() == core.told(i) && before.target() == core.target(i)
                && before.phases() == core.phases(i) && before.vehicleClass() == core.vehicleClass(i)
                && before.demand() == core.demand(i) && before.reason() == core.reason(i)
                && before.until() == core.reasonUntil(i) + clock.offset();
        return same ? before : look(socket);
    }

    /** What its meter or energy management leaves for its network, where it reads one for that. */
    public GridShare gridShare() {
        GridShare ofMeter = grid.share();
        return !up ? new GridShare.NotRead() : ofMeter instanceof GridShare.NotRead ? energy.share() : ofMeter;
    }

    /** What the station's network needs to know of a socket. */
    public SocketStanding standing(SocketNumber socket) {
        return sockets.get(socket.index()).standing();
    }

    /** The moment of the last event on the station's steady clock, by which it counts. */
    public SiteTime steady() {
        return new SiteTime(clock.now());
    }

    /** The station as it is now. */
    public StationSnapshot snapshot() {
        return Snapshots.of(
                settings,
                new Snapshots.Outside(outside, energy.view(settings.sockets(), clock.now())),
                seat,
                sockets,
                up ? Snapshots.Power.ON : Snapshots.Power.OFF,
                clock);
    }
}
