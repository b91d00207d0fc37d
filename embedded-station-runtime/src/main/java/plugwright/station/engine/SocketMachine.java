package plugwright.station.engine;

import java.util.List;
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
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;

/** One socket of a station: pilot, contactor, protection, and the state that the station shows of it. */
final class SocketMachine {

    private static final Phase[] PHASES = Phase.values();

    private final SocketNumber number;
    private final ControlCore core;
    /** Its place in the control. */
    private final int at;
    private final Contactor contactor = new Contactor();
    private final OvercurrentPause pause = new OvercurrentPause();
    private StationSettings settings;
    private final PhaseSwitch phases;
    private @Nullable Cable cable;
    private Optional<SiteTime> plugged = Optional.empty();
    private VehiclePilot vehicle = VehiclePilot.A;
    private MeterReading reading = MeterReading.NONE;
    /** What it shows, on the grid's phases. */
    private PhaseCurrents onGrid = PhaseCurrents.ZERO;
    private PilotSignal signal = new PilotSignal.Off();
    /** The signal for a limit, and that limit in mA: most decisions change neither. */
    private PilotSignal offer = new PilotSignal.Constant();
    private int offered;
    /** Did something that the control has to know of. */
    private boolean stirred = true;
    private MainState state = MainState.UNKNOWN;
    private boolean hasCharged;
    private boolean meterIsSound = true;
    private final SocketCaps caps;
    private final SocketDiary diary;
    private Optional<Lease> lease = Optional.empty();
    private Suspension suspension = Suspension.NONE;

    SocketMachine(SocketNumber number, StationSettings settings, Seat seat) {
        this.number = number;
        this.core = seat.core();
        this.at = seat.firstSocket() + number.index();
        this.settings = settings;
        this.phases = new PhaseSwitch(number, core, at, settings);
        this.caps = new SocketCaps(number, settings);
        this.diary = new SocketDiary(number, core, at);
    }

    void settings(StationSettings newSettings) {
        settings = newSettings;
        phases.settings(newSettings);
        caps.settings(newSettings);
        onGrid = phases.wiring().gridOf(reading.currents());
    }

    /** Sets or lifts a limit over this socket from outside. */
    void limit(ReasonKind kind, Optional<Ampere> limit) {
        caps.limit(kind, limit);
    }

    void lease(Optional<Lease> newLease) {
        if (newLease.isEmpty() && lease.isPresent()) {
            core.leadNoMore(at);
        }
        lease = newLease;
        caps.led(newLease.isPresent());
    }

    void suspend(Suspension newSuspension) {
        suspension = newSuspension;
    }

    void plug(Cable newCable, StationEvent.Outlet itsOutlet, long now) {
        cable = newCable;
        caps.cable(newCable, itsOutlet);
        plugged = Optional.of(new SiteTime(now));
        startSession();
        core.plugged(at, now);
    }

    void unplug(List<Effect> effects) {
        if (state == MainState.OVERCURRENT) {
            diary.write(LogLevel.WARNING, "session aborted: it ended while it was paused for overcurrent", effects);
        }
        cable = null;
        plugged = Optional.empty();
        vehicle = VehiclePilot.A;
        caps.unplugged();
        reading = reading.withoutCurrents();
        onGrid = PhaseCurrents.ZERO;
        stirred = true;
        startSession();
        core.unplugged(at);
        if (contactor.isClosed()) {
            contactor.open();
            effects.add(new Effect.ContactorMoved(number, ContactorState.OPEN));
        }
    }

    private void startSession() {
        hasCharged = false;
        diary.startSession();
        pause.reset();
    }

    /** Takes a reading; true when the vehicle did something that cannot wait for the next tick. */
    boolean measure(MeterReading newReading, VehiclePilot pilot, List<Effect> effects, long now) {
        boolean changed = pilot != vehicle;
        boolean sound = newReading.isSound();
        if (!sound && meterIsSound) {
            diary.write(LogLevel.ERROR, "the meter shows what cannot be: " + newReading, effects);
        }
        meterIsSound = sound;
        PhaseCurrents before = reading.currents();
        reading = sound ? newReading : newReading.mended(reading);
        if (!reading.currents().equals(before)) {
            onGrid = phases.wiring().gridOf(reading.currents());
        }
        vehicle = cable == null ? VehiclePilot.A : pilot;
        readAgain(now);
        return changed;
    }

    /** The meter shows what it showed before. */
    void readAgain(long now) {
        core.measured(at, onGrid.l1().milliampere(), onGrid.l2().milliampere(), onGrid.l3().milliampere(), now);
    }

    /** Tells the control what stands over this socket by itself. */
    void prepare(long now) {
        stirred = false;
        core.asks(at, vehicle == VehiclePilot.C);
        core.contactor(at, !contactor.isClosed());
        core.suspend(at, suspension != Suspension.NONE || (phases.isDue() && contactor.isClosed()));
        if (lease.isPresent()) {
            Lease l = lease.get();
            core.lead(at, lowest(l.onGrid(), core.phases(at)).milliampere(), l.vehicleClass());
        }
        if (!settings.isUsable()) {
            core.cap(at, 0, ReasonKind.UNUSABLE_SETTINGS);
        } else if (pause.isOn(now)) {
            core.cap(at, 0, ReasonKind.OVERCURRENT);
            core.capUntil(at, pause.until());
        } else {
            SocketCaps.Cap lowest = caps.lowest();
            core.cap(at, lowest.limit().milliampere(), lowest.kind());
        }
    }

    /** All limits of this socket by itself, the first of equals being the one that is named. */
    List<SocketCaps.Cap> caps() {
        return caps.all();
    }

    /** The lowest of the currents on some grid phases: bit 0 is L1. */
    static Ampere lowest(PhaseCurrents currents, int phases) {
        int lowest = Integer.MAX_VALUE;
        for (Phase phase : PHASES) {
            boolean counts = (phases >> phase.index() & 1) != 0;
            lowest = counts ? Math.min(lowest, currents.on(phase).milliampere()) : lowest;
        }
        return new Ampere(lowest == Integer.MAX_VALUE ? 0 : Math.max(0, lowest));
    }

    /** Acts on what the control decided. */
    void act(List<Effect> effects, long now) {
        int told = core.told(at);
        int draw = reading.currents().highest().milliampere();
        if (cable != null && pause.begins(told, draw, now)) {
            stirred = true;
            diary.write(LogLevel.ERROR, pause.info(), effects);
        }
        tell(signalFor(told, now), effects);
        if (contactor.step(vehicle, signal, draw, now)) {
            stirred = true;
            effects.add(new Effect.ContactorMoved(number, contactorState()));
        }
        if (phases.isDue() && !contactor.isClosed()) {
            phases.step(effects);
        }
        hasCharged |= contactor.isClosed();
        become(stateNow(told, now), effects);
        diary.sayWhyNot(told > 0 || cable == null, effects);
        diary.sayPhases(effects);
        if (state == MainState.CHARGING_POWER_ON) {
            diary.sayCurrents(reading, effects, now);
        }
    }

    /** When something may happen here though nothing is measured anew, in ms. */
    long nextMoment(long now) {
        if (phases.isDue() || contactor.isAboutToMove() || diary.isPhasesDue()) {
            return now;
        }
        long next = cable == null ? Long.MAX_VALUE : pause.nextMoment(now);
        return state == MainState.CHARGING_POWER_ON ? Math.min(next, diary.currentsDue()) : next;
    }

    /** Whether the control has to be told something anew at a moment. */
    boolean isStirred(long last, long now) {
        return stirred || pause.endsBetween(last, now);
    }

    /** All was as it is until a moment. */
    void stood(long until) {
        if (cable != null) {
            pause.stood(until);
        }
    }

    /** Everything off: the station goes down. */
    void off(List<Effect> effects) {
        tell(new PilotSignal.Off(), effects);
        if (contactor.isClosed()) {
            contactor.open();
            effects.add(new Effect.ContactorMoved(number, ContactorState.OPEN));
        }
        phases.reset(effects);
    }

    private PilotSignal signalFor(int told, long now) {
        if (cable != null && pause.isOn(now)) {
            return new PilotSignal.Fault();
        }
        if (told != offered) {
            offered = told;
            DutyCycle duty = DutyCycle.of(new Ampere(told));
            offer = duty.equals(DutyCycle.NONE) ? new PilotSignal.Constant() : new PilotSignal.Oscillating(duty);
        }
        return offer;
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
        if (pause.isOn(now)) {
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
        diary.write(LogLevel.INFO, "main state: " + newState + tag + why, effects);
        diary.sayFault(notification(), effects);
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
                phases.mappedMask(),
                core.phases(at),
                core.cap(at),
                core.capKind(at),
                onGrid);
    }

    Optional<Lease> lease() {
        return lease;
    }

    Suspension suspension() {
        return suspension;
    }

    /** What a back office hears of it. */
    StatusNotification notification() {
        return StatusNotification.of(state, pause.info());
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

    PhaseSwitch phases() {
        return phases;
    }

    Wiring wiring() {
        return phases.wiring();
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
