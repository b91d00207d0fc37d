package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;
import plugwright.model.Mode3State;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;
import plugwright.station.sim.Quirks;
import plugwright.station.sim.Quirks.Pausing;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

/** The states of IEC 61851-1 that a socket passes through, and what its pilot does in them. */
class Mode3StatesTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));

    private static StationSettings sharing(int ampere) {
        return StationSettings.ofDouble(Ampere.of(ampere), Ampere.of(32)).with(Feature.ON);
    }

    /** A station alone, whose vehicle does to the pilot what the test says. */
    private static final class Socket {
        private final StationEngine engine =
                new StationEngine(StationSettings.ofSingle(Ampere.of(16), Ampere.of(16)), new SiteTime(0));
        private PilotSignal pilot = new PilotSignal.Off();
        private long now;

        void step(StationEvent event) {
            for (Effect effect : engine.step(event, new SiteTime(now))) {
                pilot = effect instanceof Effect.PilotTold told ? told.signal() : pilot;
            }
        }

        Mode3State with(VehiclePilot vehicle) {
            for (int k = 0; k < 50; k++) {
                now += 200;
                step(new StationEvent.Measured(SocketNumber.ONE, MeterReading.NONE, vehicle));
                step(new StationEvent.Tick());
            }
            return engine.snapshot().socket(SocketNumber.ONE).mode3();
        }
    }

    @Test
    @Tag("STA-3")
    void followsThePilotOfTheVehicleAndOscillatesOnlyWhereCurrentIsOffered() {
        Socket socket = new Socket();
        assertThat(socket.engine.snapshot().socket(SocketNumber.ONE).mode3()).isEqualTo(Mode3State.E);
        socket.step(new StationEvent.Booted(socket.engine.settings(), StationEvent.BootReason.POWER_ON));
        assertThat(socket.with(VehiclePilot.A)).isEqualTo(Mode3State.A);
        assertThat(socket.pilot).isNotInstanceOf(PilotSignal.Oscillating.class);
        socket.step(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        assertThat(socket.with(VehiclePilot.B)).isEqualTo(Mode3State.B2);
        assertThat(socket.pilot).isInstanceOf(PilotSignal.Oscillating.class);
        assertThat(socket.with(VehiclePilot.C)).isEqualTo(Mode3State.C2);
        socket.step(new StationEvent.SuspensionChanged(Suspension.BY_CONTACT));
        assertThat(socket.with(VehiclePilot.C)).isEqualTo(Mode3State.C1);
        assertThat(socket.pilot).isInstanceOf(PilotSignal.Constant.class);
        assertThat(socket.with(VehiclePilot.B)).isEqualTo(Mode3State.B1);
        assertThat(socket.pilot).isInstanceOf(PilotSignal.Constant.class);
        socket.step(new StationEvent.SuspensionChanged(Suspension.NONE));
        assertThat(socket.with(VehiclePilot.B)).isEqualTo(Mode3State.B2);
    }

    @ParameterizedTest(name = "a vehicle that {0}: {1}")
    @CsvSource({"STAYS_IN_C, C1", "GOES_TO_B, B1"})
    @Tag("ALT-5")
    void pausesToC1OrToB1AndResumesToC2WhenTurnsChange(Pausing pausing, Mode3State paused) {
        VehicleSpec vehicle = THREE.with(Quirks.NONE.pausing(pausing));
        Bench bench = new Bench(sharing(10)).plug(ONE, vehicle).plug(TWO, vehicle).run(200);
        List<SocketNumber> served = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            SocketNumber one = bench.told(ONE) > 0 ? ONE : TWO;
            served.add(one);
            assertThat(bench.at(one).mode3()).isEqualTo(Mode3State.C2);
            assertThat(bench.drawn(one)).isGreaterThan(9);
            SocketSnapshot other = bench.at(one == ONE ? TWO : ONE);
            // Who has not been served yet has had no reason to leave B.
            assertThat(other.mode3()).isEqualTo(turn == 0 ? Mode3State.B1 : paused);
            assertThat(other.contactor()).isEqualTo(Effect.ContactorState.OPEN);
            bench.run(900);
        }
        assertThat(served.get(0)).isEqualTo(served.get(2)).isNotEqualTo(served.get(1));
        assertThat(served.get(1)).isEqualTo(served.get(3));
    }

    @Test
    @Tag("STA-3")
    void tellsNoPilotWhileTheStationIsDown() {
        Bench bench = new Bench(sharing(25)).plug(ONE, THREE).run(100);
        bench.world.command(new WorldCommand.ShutDown());
        bench.run(1);
        assertThat(bench.at(ONE).mode3()).isEqualTo(Mode3State.E);
        assertThat(bench.drawn(ONE)).isZero();
    }
}
