package plugwright.station.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.control.ControlCore;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.log.LogLevel;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.Contactor;
import plugwright.station.mode3.DutyCycle;
import plugwright.station.mode3.OvercurrentGuard;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;

/** One socket of a station: pilot, contactor, protection, and the state that the station shows of it. */
final class SocketMachine {

    /** How often a charging socket writes its currents into the log, as real stations do now and then. */
    private static final long LOG_CURRENTS_EVERY = 60_000;

    private static final long NEVER = Long.MIN_VALUE / 4;
    private static final double WATT_A_KILOWATT = 1000;

    private final SocketNumber number;
    private final ControlCore core;
    /** Its place in the control. */
    private final int at;
    private final Contactor contactor = new Contactor();
    private final OvercurrentGuard guard = new OvercurrentGuard();
    private StationSettings settings;
    private Wiring wiring;
    private @Nullable Cable cable;
    private StationEvent.Outlet outlet = StationEvent.Outlet.MAIN;
    private Optional<SiteTime> plugged = Optional.empty();
    private VehiclePilot vehicle = VehiclePilot.A;
    private MeterReading reading = MeterReading.NONE;
    private PilotSignal signal = new PilotSignal.Off();
    private MainState state = MainState.UNKNOWN;
    private boolean hasCharged;
    private long pausedUntil = NEVER;
    private long loggedCurrentsAt = NEVER;
    private boolean loggedPhases;
    private boolean meterIsSound = true;
    private Optional<ReasonKind> saidWhyNot = Optional.empty();
    private final Map<ReasonKind, Ampere> outside = new EnumMap<>(ReasonKind.class);
    private Optional<Lease> lease = Optional.empty();
    private Suspension suspension = Suspension.NONE;

    SocketMachine(SocketNumber number, StationSettings settings, Seat seat) {
        this.number = number;
        this.core = seat.core();
        this.at = seat.firstSocket() + number.index();
        this.settings = settings;
        this.wiring = Wiring.of(settings, number);
    }

    void settings(StationSettings newSettings) {
        settings = newSettings;
        wiring = Wiring.of(newSettings, number);
    }

    /** Sets or lifts a limit over this socket from outside. */
    void limit(ReasonKind kind, Optional<Ampere> limit) {
        limit.ifPresentOrElse(l -> outside.put(kind, l), () -> outside.remove(kind));
    }

    void lease(Optional<Lease> newLease) {
        if (newLease.isEmpty() && lease.isPresent()) {
            core.leadNoMore(at);
        }
        lease = newLease;
    }

    void suspend(Suspension newSuspension) {
        suspension = newSuspension;
    }

    void plug(Cable newCable, StationEvent.Outlet itsOutlet, long now) {
        cable = newCable;
        outlet = itsOutlet;
        plugged = Optional.of(new SiteTime(now));
        startSession();
        core.plugged(at, now);
    }

    void unplug(List<Effect> effects) {
        cable = null;
        plugged = Optional.empty();
        vehicle = VehiclePilot.A;
        reading = reading.withoutCurrents();
        startSession();
        core.unplugged(at);
        if (contactor.isClosed()) {
            contactor.open();
            effects.add(new Effect.ContactorMoved(number, ContactorState.OPEN));
        }
    }

    private void startSession() {
        hasCharged = false;
        loggedPhases = false;
        pausedUntil = NEVER;
        loggedCurrentsAt = NEVER;
        guard.reset();
    }

    /** Takes a reading; true when the vehicle did something that cannot wait for the next tick. */
    boolean measure(MeterReading newReading, VehiclePilot pilot, List<Effect> effects, long now) {
        boolean changed = pilot != vehicle;
        boolean sound = newReading.isSound();
        if (!sound && meterIsSound) {
            effects.add(new Effect.LogLine(
                    LogLevel.ERROR, prefix() + "the meter shows what cannot be: " + newReading));
        }
        meterIsSound = sound;
        reading = sound ? newReading : newReading.mended(reading);
        vehicle = cable == null ? VehiclePilot.A : pilot;
        PhaseCurrents grid = wiring.gridOf(reading.currents());
        core.measured(
                at, grid.l1().milliampere(), grid.l2().milliampere(), grid.l3().milliampere(), now);
        return changed;
    }

    /** Tells the control what stands over this socket by itself. */
    void prepare(long now) {
        core.asks(at, vehicle == VehiclePilot.C);
        core.contactor(at, !contactor.isClosed());
        core.suspend(at, suspension != Suspension.NONE);
        lease.ifPresent(l -> core.lead(
                at, lowest(l.onGrid(), core.phases(at)).milliampere(), l.vehicleClass()));
        if (!settings.isUsable()) {
            core.cap(at, 0, ReasonKind.UNUSABLE_SETTINGS);
        } else if (now < pausedUntil) {
            core.cap(at, 0, ReasonKind.OVERCURRENT);
            core.capUntil(at, pausedUntil);
        } else {
            Cap lowest = caps().stream().reduce((a, b) -> b.limit.compareTo(a.limit) < 0 ? b : a).orElseThrow();
            core.cap(at, lowest.limit.milliampere(), lowest.kind);
        }
    }

    /** A limit of this socket by itself. */
    record Cap(ReasonKind kind, Ampere limit) {}

    /** All limits of this socket by itself, the first of equals being the one that is named. */
    List<Cap> caps() {
        Cap connector = new Cap(ReasonKind.SOCKET_MAXIMUM, settings.connectorMaximum().get(number.index()));
        Cap rating = new Cap(ReasonKind.CABLE, cable == null ? connector.limit : cable.rating());
        List<Cap> caps = new ArrayList<>(List.of(connector));
        if (lease.isEmpty() && ControlSetup.shareKind(settings) == ReasonKind.EQUAL_SHARE) {
            caps.add(new Cap(ReasonKind.EQUAL_SHARE, ControlSetup.equalShare(settings)));
        }
        caps.add(rating);
        if (outlet == StationEvent.Outlet.SECOND && number.index() < settings.secondOutletMaximum().size()) {
            caps.add(new Cap(ReasonKind.OUTLET_MAXIMUM, settings.secondOutletMaximum().get(number.index())));
        }
        outside.forEach((kind, limit) -> caps.add(new Cap(kind, limit)));
        return caps;
    }

    /** The lowest of the currents on some grid phases: bit 0 is L1. */
    static Ampere lowest(PhaseCurrents currents, int phases) {
        int lowest = Integer.MAX_VALUE;
        for (Phase phase : Phase.values()) {
            boolean counts = (phases >> phase.index() & 1) != 0;
            lowest = counts ? Math.min(lowest, currents.on(phase).milliampere()) : lowest;
        }
        return new Ampere(lowest == Integer.MAX_VALUE ? 0 : Math.max(0, lowest));
    }

    /** Acts on what the control decided. */
    void act(List<Effect> effects, long now) {
        int told = core.told(at);
        int draw = reading.currents().highest().milliampere();
        if (cable != null && now >= pausedUntil && guard.step(told, draw, now)) {
            pausedUntil = now + OvercurrentGuard.PAUSE_MILLIS;
            guard.reset();
            effects.add(new Effect.LogLine(LogLevel.ERROR, prefix() + "Over current detected allowed "
                    + whole(guard.allowed()) + "A actual " + whole(draw) + "A"));
        }
        tell(signalFor(told, now), effects);
        if (contactor.step(vehicle, signal, draw, now)) {
            effects.add(new Effect.ContactorMoved(number, contactorState()));
        }
        hasCharged |= contactor.isClosed();
        become(stateNow(told, now), effects);
        sayWhyNot(told, effects);
        logCurrents(effects, now);
    }

    /** When something may happen here though nothing is measured anew, in ms. */
    long nextMoment(long now) {
        if (contactor.isAboutToMove() || (core.arePhasesKnown(at) && !loggedPhases)) {
            return now;
        }
        long next = cable == null ? Long.MAX_VALUE : guard.nextMoment();
        if (now < pausedUntil) {
            next = Math.min(next, pausedUntil);
        }
        return state == MainState.CHARGING_POWER_ON ? Math.min(next, loggedCurrentsAt + LOG_CURRENTS_EVERY) : next;
    }

    /** Everything off: the station goes down. */
    void off(List<Effect> effects) {
        tell(new PilotSignal.Off(), effects);
        if (contactor.isClosed()) {
            contactor.open();
            effects.add(new Effect.ContactorMoved(number, ContactorState.OPEN));
        }
    }

    private PilotSignal signalFor(int told, long now) {
        if (cable != null && now < pausedUntil) {
            return new PilotSignal.Fault();
        }
        DutyCycle duty = DutyCycle.of(new Ampere(told));
        return duty.equals(DutyCycle.NONE) ? new PilotSignal.Constant() : new PilotSignal.Oscillating(duty);
    }

    private void tell(PilotSignal newSignal, List<Effect> effects) {
        if (!newSignal.equals(signal)) {
            signal = newSignal;
            effects.add(new Effect.PilotTold(number, newSignal));
        }
    }

    private MainState stateNow(int told, long now) {
        if (!settings.isUsable()) {
            return MainState.ERROR;
        }
        if (cable == null) {
            return MainState.AVAILABLE;
        }
        if (now < pausedUntil) {
            return MainState.OVERCURRENT;
        }
        if (suspension != Suspension.NONE && told == 0) {
            return vehicle == VehiclePilot.A ? MainState.CABLE_CONNECTED : MainState.POWER_OFF_SUSPENDED;
        }
        return switch (vehicle) {
            case A -> MainState.CABLE_CONNECTED;
            case B -> told == 0 ? MainState.CHARGING_POWER_OFF_LOW_CURRENT : connectedState();
            case C -> told == 0
                    ? MainState.CHARGING_POWER_OFF_LOW_CURRENT
                    : contactor.isClosed() ? MainState.CHARGING_POWER_ON : MainState.CHARGING_POWER_STARTING;
        };
    }

    private MainState connectedState() {
        return hasCharged ? MainState.CHARGING_POWER_OFF : MainState.EV_CONNECTED_AUTHORIZED;
    }

    /** The one place where the main state changes; logged once, with why the limit is as it is. */
    private void become(MainState newState, List<Effect> effects) {
        if (newState == state) {
            return;
        }
        state = newState;
        String why = cable == null ? "" : ", reason: " + core.reason(at);
        String tag = newState == MainState.EV_CONNECTED_AUTHORIZED ? ", tag: plug-and-charge" : "";
        effects.add(new Effect.LogLine(LogLevel.INFO, prefix() + "main state: " + newState + tag + why));
    }

    /** A vehicle that can't charge at all is spoken of once, not with each decision. */
    private void sayWhyNot(int told, List<Effect> effects) {
        ReasonKind reason = core.reason(at);
        boolean never = reason == ReasonKind.CAP_BELOW_MINIMUM || reason == ReasonKind.MINIMUM_DOES_NOT_FIT;
        if (told > 0 || cable == null) {
            saidWhyNot = Optional.empty();
        } else if (never && saidWhyNot.filter(said -> said == reason).isEmpty()) {
            saidWhyNot = Optional.of(reason);
            effects.add(new Effect.LogLine(LogLevel.WARNING, prefix() + "cannot charge, the vehicle needs "
                    + new Ampere(core.floor(at)) + ": " + reason));
        }
    }

    private void logCurrents(List<Effect> effects, long now) {
        if (core.arePhasesKnown(at) && !loggedPhases) {
            loggedPhases = true;
            effects.add(new Effect.LogLine(
                    LogLevel.INFO, prefix() + "#phases is " + Integer.bitCount(core.phases(at))));
        }
        if (state != MainState.CHARGING_POWER_ON || now - loggedCurrentsAt < LOG_CURRENTS_EVERY) {
            return;
        }
        loggedCurrentsAt = now;
        effects.add(new Effect.LogLine(LogLevel.INFO, prefix() + String.format(
                Locale.ROOT,
                "I1=%.1fA I2=%.1fA I3=%.1fA P=%.1fkW Idc=0.0mA",
                reading.currents().l1().value(),
                reading.currents().l2().value(),
                reading.currents().l3().value(),
                reading.watt() / WATT_A_KILOWATT)));
    }

    private String prefix() {
        return "Socket #" + number.number() + ": ";
    }

    private static String whole(int milliampere) {
        return Integer.toString(milliampere / 1000);
    }

    Mode3State mode3() {
        boolean offered = signal instanceof PilotSignal.Oscillating;
        return switch (signal) {
            case PilotSignal.Off _ -> Mode3State.E;
            case PilotSignal.Fault _ -> Mode3State.F;
            default -> switch (vehicle) {
                case A -> Mode3State.A;
                case B -> offered ? Mode3State.B2 : Mode3State.B1;
                case C -> offered ? Mode3State.C2 : Mode3State.C1;
            };
        };
    }

    /** What the network needs to know of it. */
    SocketStanding standing() {
        return new SocketStanding(
                plugged,
                vehicle,
                contactorState(),
                core.told(at),
                core.isLowering(at) ? SocketStanding.Following.NOT_SURE : SocketStanding.Following.SURE,
                wiring.gridMask(),
                core.phases(at),
                core.cap(at),
                core.capKind(at),
                wiring.gridOf(reading.currents()));
    }

    Optional<Lease> lease() {
        return lease;
    }

    Suspension suspension() {
        return suspension;
    }

    /** Its place in the control. */
    int at() {
        return at;
    }

    SocketNumber number() {
        return number;
    }

    Optional<Cable> cable() {
        return Optional.ofNullable(cable);
    }

    boolean isAsking() {
        return vehicle == VehiclePilot.C;
    }

    MeterReading reading() {
        return reading;
    }

    Wiring wiring() {
        return wiring;
    }

    DutyCycle dutyCycle() {
        return signal.dutyCycleOrNone();
    }

    MainState state() {
        return state;
    }

    ContactorState contactorState() {
        return contactor.isClosed() ? ContactorState.CLOSED : ContactorState.OPEN;
    }
}
