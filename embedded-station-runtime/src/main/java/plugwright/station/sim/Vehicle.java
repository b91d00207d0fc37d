package plugwright.station.sim;

import plugwright.station.engine.MeterReading;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;

/**
 * A vehicle at a socket that follows Mode 3: reads its limit from the pilot, notices after its reaction time, ramps up,
 * asks for energy (C) while its battery is not full and the offer is enough for it.
 */
public final class Vehicle {

    private static final int PERMILLE = 1_000;
    private static final long MICROJOULE_A_WATT_HOUR = 3_600_000_000L;
    private static final long NEVER = Long.MIN_VALUE / 4;

    /** From this charge on a battery takes less and less. */
    private static final double TAPERS_FROM = 0.8;

    /** What is left of the maximum when the battery is almost full. */
    private static final double TAPERED = 0.1;

    /** Duty cycles are told in steps and read with an error: a vehicle does not refuse its minimum for that. */
    private static final int READING_TOLERANCE = 100;

    private final VehicleSpec spec;
    private long chargedMicrojoule;
    private PilotSignal read = new PilotSignal.Off();
    private PilotSignal noticing = new PilotSignal.Off();
    private long noticesAt = NEVER;
    private boolean asking;
    private int draw;

    public Vehicle(VehicleSpec spec) {
        this.spec = spec;
        this.chargedMicrojoule =
                spec.battery().map(BatterySpec::chargedWattHours).orElse(0L) * MICROJOULE_A_WATT_HOUR;
    }

    public VehicleSpec spec() {
        return spec;
    }

    /**
     * Lives on for a while.
     *
     * @param pilot what the station puts on the pilot
     * @param mainsOn whether the contactor is closed
     */
    public void step(PilotSignal pilot, boolean mainsOn, long nowMillis, long elapsedMillis) {
        notice(pilot, nowMillis);
        int wanted = mainsOn && pilotState() == VehiclePilot.C ? wanted() : 0;
        long ramp = spec.rampMilliamperePerSecond() * elapsedMillis / PERMILLE;
        draw = (int) (mainsOn ? Math.min(wanted, draw + Math.max(1, ramp)) : 0);
        chargedMicrojoule += (long) draw * spec.phases() * MeterReading.NOMINAL_VOLT * elapsedMillis;
    }

    private void notice(PilotSignal pilot, long now) {
        if (!pilot.equals(noticing)) {
            noticing = pilot;
            noticesAt = now + spec.reactionMillis();
        }
        if (now >= noticesAt) {
            read = noticing;
        }
        boolean hears = !(read instanceof PilotSignal.Off || read instanceof PilotSignal.Fault);
        asking = hears && charged() < 1 && (asking || read instanceof PilotSignal.Oscillating);
    }

    private int wanted() {
        int offered = read.dutyCycleOrNone().offered().milliampere();
        if (offered + READING_TOLERANCE < spec.minimum().milliampere()) {
            return 0;
        }
        int most = (int) (spec.maximum().milliampere() * taper());
        return Math.min(most, (int) ((long) offered * spec.drawPermille() / PERMILLE));
    }

    private double taper() {
        double charged = charged();
        if (charged <= TAPERS_FROM) {
            return 1;
        }
        double left = Math.max(0, (1 - charged) / (1 - TAPERS_FROM));
        return TAPERED + (1 - TAPERED) * left;
    }

    /** How full the battery is, 0 to 1; 0 for one that never gets full. */
    public double charged() {
        return spec.battery()
                .map(b -> chargedMicrojoule / ((double) b.capacityWattHours() * MICROJOULE_A_WATT_HOUR))
                .orElse(0.0);
    }

    /** What it does to the pilot now: asks from the first offer on until it is full, also while paused. */
    public VehiclePilot pilotState() {
        return asking ? VehiclePilot.C : VehiclePilot.B;
    }

    /** What it draws on its phase, 0 to 2, in mA. */
    public int milliampere(int phase) {
        return phase < spec.phases() ? draw : 0;
    }
}
