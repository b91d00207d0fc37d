package plugwright.station.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import plugwright.station.engine.MeterReading;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;
import plugwright.station.sim.Quirks.Cycle;
import plugwright.station.sim.Quirks.Pausing;
import plugwright.station.sim.Quirks.Resuming;

/**
 * A vehicle at a socket that follows Mode 3: reads its limit from the pilot, notices after its reaction time, ramps up,
 * asks for energy (C) while its battery is not full and the offer is enough for it; less obediently where its quirks
 * say so.
 */
public final class Vehicle {

    private static final int PERMILLE = 1_000;
    private static final long MICROJOULE_A_WATT_HOUR = 3_600_000_000L;
    private static final long NEVER = Long.MIN_VALUE / 4;

    /** From this charge on a battery takes less and less. */
    private static final double TAPERS_FROM = 0.8;

    /** What is left of the maximum when the battery is almost full. */
    private static final double TAPERED = 0.1;

    /** A battery's management asks for current in steps of a tenth of an ampere. */
    private static final int BATTERY_STEP = 100;

    /** Duty cycles are told in steps and read with an error: a vehicle does not refuse its minimum for that. */
    private static final int READING_TOLERANCE = 100;

    private final VehicleSpec spec;
    private long chargedMicrojoule;
    private PilotSignal read = new PilotSignal.Off();
    private PilotSignal last = new PilotSignal.Off();
    /** What was put on the pilot and it has not noticed yet; no more than ticks in its reaction time. */
    private final Deque<Unnoticed> unnoticed = new ArrayDeque<>();
    private int lastOffered;
    private long stoppedAt = NEVER;
    private boolean asking;
    private boolean paused;
    private boolean sleeps;
    private long cycleStart = NEVER;
    private int phases;
    private int conductors = Integer.MAX_VALUE;
    private int draw;

    private record Unnoticed(PilotSignal signal, long noticedAt) {}

    public Vehicle(VehicleSpec spec) {
        this.spec = spec;
        this.phases = spec.phases();
        this.chargedMicrojoule =
                spec.battery().map(BatterySpec::chargedWattHours).orElse(0L) * MICROJOULE_A_WATT_HOUR;
    }

    public VehicleSpec spec() {
        return spec;
    }

    /** How many conductors of the outlet lead anywhere. */
    void conductors(int connected) {
        conductors = connected;
    }

    /** How many of its phases it can load. */
    private int loaded() {
        return Math.min(phases, conductors);
    }

    /**
     * Lives on for a while.
     *
     * @param pilot what the station puts on the pilot
     * @param mainsOn whether the contactor is closed
     */
    public void step(PilotSignal pilot, boolean mainsOn, long nowMillis, long elapsedMillis) {
        notice(pilot, nowMillis);
        int wanted = mainsOn && pilotState() == VehiclePilot.C ? wanted(nowMillis, charged()) : 0;
        long ramp = spec.rampMilliamperePerSecond() * elapsedMillis / PERMILLE;
        draw = (int) (mainsOn ? Math.min(wanted, draw + Math.max(1, ramp)) : 0);
        chargedMicrojoule += (long) draw * loaded() * MeterReading.NOMINAL_VOLT * elapsedMillis;
    }

    /**
     * Whether it will go on exactly as it does now for a while, if the pilot and the contactor stay as they are: then
     * one step over all of it comes to the same as many.
     */
    public boolean isSteady(PilotSignal pilot, boolean mainsOn, long nowMillis, long forMillis) {
        if (!pilot.equals(last) || !unnoticed.isEmpty() || rests(nowMillis) != rests(nowMillis + forMillis)
                || isCycleShorterThan(forMillis)) {
            return false;
        }
        boolean asks = mainsOn && pilotState() == VehiclePilot.C;
        long then = chargedMicrojoule + (long) draw * loaded() * MeterReading.NOMINAL_VOLT * forMillis;
        boolean filling = asks && spec.battery().isPresent();
        return draw == (asks ? wanted(nowMillis, charged()) : 0)
                && draw == (asks ? wanted(nowMillis + forMillis, charged(then)) : 0)
                && (!filling || charged(then) < 1);
    }

    private boolean isCycleShorterThan(long forMillis) {
        return spec.quirks().cycle()
                .map(c -> cycleStart == NEVER
                        || forMillis >= Math.min(c.asksSeconds(), c.restsSeconds()) * (long) PERMILLE)
                .orElse(false);
    }

    private void notice(PilotSignal pilot, long now) {
        if (!pilot.equals(last)) {
            last = pilot;
            unnoticed.add(new Unnoticed(pilot, now + spec.reactionMillis()));
        }
        while (!unnoticed.isEmpty() && unnoticed.getFirst().noticedAt() <= now) {
            read(unnoticed.removeFirst().signal(), now);
        }
        boolean hears = !(read instanceof PilotSignal.Off || read instanceof PilotSignal.Fault);
        boolean offered = read instanceof PilotSignal.Oscillating;
        boolean goesOn = asking && spec.quirks().pausing() == Pausing.STAYS_IN_C;
        asking = hears && !sleeps && charged() < 1 && !rests(now) && (goesOn || offered);
    }

    /** Takes in what the pilot says now. A pause is one that came while it was asking for energy. */
    private void read(PilotSignal signal, long now) {
        boolean offeredBefore = read instanceof PilotSignal.Oscillating;
        boolean offered = signal instanceof PilotSignal.Oscillating;
        read = signal;
        if (offered) {
            lastOffered = signal.dutyCycleOrNone().offered().milliampere();
            if (!offeredBefore) {
                sleeps = paused && spec.quirks().resuming() == Resuming.WHEN_WOKEN;
                phases = paused ? spec.quirks().phasesAfterPause().orElse(phases) : phases;
            }
        } else if (offeredBefore) {
            stoppedAt = now;
            paused = asking;
        }
    }

    private boolean rests(long now) {
        if (spec.quirks().cycle().isEmpty()) {
            return false;
        }
        cycleStart = cycleStart == NEVER ? now : cycleStart;
        Cycle cycle = spec.quirks().cycle().get();
        long whole = (cycle.asksSeconds() + cycle.restsSeconds()) * (long) PERMILLE;
        return (now - cycleStart) % whole >= cycle.asksSeconds() * (long) PERMILLE;
    }

    private int wanted(long now, double charged) {
        boolean goesOn = read instanceof PilotSignal.Constant && now - stoppedAt < spec.quirks().keepsDrawingMillis();
        int offered = goesOn ? lastOffered : read.dutyCycleOrNone().offered().milliampere();
        if (offered + READING_TOLERANCE < spec.minimum().milliampere()) {
            return 0;
        }
        int most = (int) (spec.maximum().milliampere() * taper(charged)) / BATTERY_STEP * BATTERY_STEP;
        long used = (long) offered * spec.drawPermille() / PERMILLE * spec.quirks().usedPermille() / PERMILLE;
        return (int) Math.min(most, used);
    }

    private static double taper(double charged) {
        if (charged <= TAPERS_FROM) {
            return 1;
        }
        double left = Math.max(0, (1 - charged) / (1 - TAPERS_FROM));
        return TAPERED + (1 - TAPERED) * left;
    }

    /** How full the battery is, 0 to 1; 0 for one that never gets full. */
    public double charged() {
        return charged(chargedMicrojoule);
    }

    private double charged(long microjoule) {
        return spec.battery()
                .map(b -> microjoule / ((double) b.capacityWattHours() * MICROJOULE_A_WATT_HOUR))
                .orElse(0.0);
    }

    /** What it does to the pilot now: asks from the first offer on until it is full, also while paused. */
    public VehiclePilot pilotState() {
        return asking ? VehiclePilot.C : VehiclePilot.B;
    }

    /** What it draws on its phase, 0 to 2, in mA. */
    public int milliampere(int phase) {
        return phase < loaded() ? draw : 0;
    }
}
