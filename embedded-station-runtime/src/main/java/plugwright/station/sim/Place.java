package plugwright.station.sim;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.model.Ampere;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ChargingPhases;
import plugwright.station.engine.Effect;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.engine.MeterReading;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.engine.Wiring;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;

/** What is at one socket: a vehicle, if any, the pilot and mains that it sees, and the socket's meter. */
final class Place {

    private static final double NOMINAL = MeterReading.NOMINAL_VOLT;
    private static final List<Double> VOLT = List.of(NOMINAL, NOMINAL, NOMINAL);
    private static final Phase[] PHASES = Phase.values();

    private static final PilotSignal OPEN = new PilotSignal.Off();

    private final SocketNumber socket;
    private final EnergyMeter meter = new EnergyMeter();
    private @Nullable Vehicle vehicle;
    private @Nullable StationSettings wiredFor;
    private PilotSignal pilot = new PilotSignal.Off();
    private ContactorState contactor = ContactorState.OPEN;
    private PhaseCurrents outlet = PhaseCurrents.ZERO;
    private PhaseCurrents metered = PhaseCurrents.ZERO;
    private PhaseCurrents onGrid = PhaseCurrents.ZERO;
    private boolean watchdog;
    private int conductors = ChargingPhases.THREE.count();

    Place(SocketNumber socket) {
        this.socket = socket;
    }

    void plug(VehicleSpec spec) {
        vehicle = new Vehicle(spec);
    }

    void unplug() {
        vehicle = null;
    }

    /** Its kind, where one is plugged in. */
    Optional<VehicleSpec> spec() {
        return Optional.ofNullable(vehicle).map(Vehicle::spec);
    }

    Optional<VehicleView> view() {
        return Optional.ofNullable(vehicle)
                .map(v -> new VehicleView(v.spec(), new Ampere(v.milliampere(0)), v.charged()));
    }

    boolean isSteady(long nowMillis, long forMillis) {
        return vehicle == null
                || vehicle.isSteady(pilot, contactor == ContactorState.CLOSED, nowMillis, forMillis);
    }

    /** While the station's program stands still its watchdog opens pilot and contactor. */
    void watchdog(boolean tripped) {
        watchdog = tripped;
    }

    /** What the vehicle sees. */
    PilotSignal pilot() {
        return watchdog ? OPEN : pilot;
    }

    /** What the vehicle does to the pilot. */
    VehiclePilot pilotState() {
        return vehicle == null ? VehiclePilot.A : vehicle.pilotState();
    }

    /** What is drawn on a grid phase, 0 to 2, in mA. */
    int milliampere(int phase) {
        return onGrid.on(PHASES[phase]).milliampere();
    }

    private boolean isMainsOn() {
        return contactor == ContactorState.CLOSED && !watchdog;
    }

    /** Lets it live on for a while. @return what the socket's meter and pilot show then */
    StationEvent.Measured live(StationSettings settings, long nowMillis, long elapsedMillis) {
        if (vehicle != null) {
            vehicle.conductors(conductors);
            vehicle.step(pilot(), isMainsOn(), nowMillis, elapsedMillis);
        }
        flowing(settings);
        meter.flow(
                metered.l1().milliampere(), metered.l2().milliampere(), metered.l3().milliampere(), elapsedMillis);
        return new StationEvent.Measured(socket, reading(metered), pilotState());
    }

    /** What flows now; made anew only when that changed. */
    private void flowing(StationSettings settings) {
        int one = vehicle == null ? 0 : vehicle.milliampere(0);
        int two = vehicle == null ? 0 : vehicle.milliampere(1);
        int three = vehicle == null ? 0 : vehicle.milliampere(2);
        boolean same = settings.equals(wiredFor) && one == outlet.l1().milliampere() && two == outlet.l2().milliampere()
                && three == outlet.l3().milliampere();
        if (!same) {
            Wiring wiring = Wiring.of(settings, socket);
            wiredFor = settings;
            outlet = PhaseCurrents.ofMilliampere(one, two, three);
            metered = wiring.meterOf(outlet);
            onGrid = wiring.gridOf(metered);
        }
    }

    private MeterReading reading(PhaseCurrents currents) {
        return new MeterReading(
                currents, VOLT, List.of(meter.wattHours(0), meter.wattHours(1), meter.wattHours(2)));
    }

    /** Has what the station does reach the vehicle. */
    void take(Effect effect) {
        switch (effect) {
            case Effect.PilotTold told -> pilot = told.signal();
            case Effect.ContactorMoved moved -> contactor = moved.state();
            case Effect.PhasesSwitched switched -> conductors = switched.phases().count();
            case Effect.LogLine _ -> {
                // for whoever looks on alone
            }
        }
    }

    /** The socket that an effect is for; none where it is a line of the log. */
    static Optional<SocketNumber> socketOf(Effect effect) {
        return switch (effect) {
            case Effect.PilotTold told -> Optional.of(told.socket());
            case Effect.ContactorMoved moved -> Optional.of(moved.socket());
            case Effect.PhasesSwitched switched -> Optional.of(switched.socket());
            case Effect.LogLine _ -> Optional.empty();
        };
    }
}
