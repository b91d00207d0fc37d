package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.station.mode3.DutyCycle;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;
import plugwright.station.sim.Quirks.Resuming;

/** One vehicle on a pilot, without a station. */
class VehicleQuirksTest {

    private static final PilotSignal PAUSED = new PilotSignal.Constant();
    private static final long TICK = World.TICK_MILLIS;

    private long now;

    private static PilotSignal offer(int ampere) {
        return new PilotSignal.Oscillating(DutyCycle.of(Ampere.of(ampere)));
    }

    /** Quick to notice and to ramp, so that only its quirks show. */
    private static Vehicle vehicle(Quirks quirks) {
        return new Vehicle(
                VehicleSpec.of(3, Ampere.of(32)).moving(0, 100_000, 1_000).with(quirks));
    }

    private void live(Vehicle vehicle, PilotSignal pilot, double seconds) {
        for (long end = now + (long) (seconds * 1000); now < end; now += TICK) {
            vehicle.step(pilot, true, now, TICK);
        }
    }

    @Test
    void stopsAtOnceAndResumesByItselfWhenItHasNoQuirk() {
        Vehicle vehicle = vehicle(Quirks.NONE);
        live(vehicle, offer(16), 5);
        assertThat(vehicle.milliampere(2)).isEqualTo(15_996);
        live(vehicle, PAUSED, 0.4);
        assertThat(vehicle.milliampere(2)).isZero();
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.C);
        live(vehicle, offer(10), 5);
        assertThat(vehicle.milliampere(2)).isEqualTo(9_996);
    }

    @Test
    void goesOnDrawingForSixSecondsAfterThePilotStopped() {
        Vehicle vehicle = vehicle(Quirks.NONE.keepingDrawing(6_000));
        live(vehicle, offer(16), 5);
        live(vehicle, PAUSED, 5.8);
        assertThat(vehicle.milliampere(0)).isEqualTo(15_996);
        live(vehicle, PAUSED, 0.6);
        assertThat(vehicle.milliampere(0)).isZero();
    }

    @Test
    void sleepsThroughTheFirstOfferAfterAPauseAndWakesAtTheSecond() {
        Vehicle vehicle = vehicle(Quirks.NONE.resuming(Resuming.WHEN_WOKEN));
        live(vehicle, offer(16), 5);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.C);
        live(vehicle, PAUSED, 60);
        live(vehicle, offer(16), 60);
        live(vehicle, offer(10), 60);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.B);
        assertThat(vehicle.milliampere(0)).isZero();
        live(vehicle, PAUSED, 5);
        live(vehicle, offer(16), 5);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.C);
        assertThat(vehicle.milliampere(0)).isEqualTo(15_996);
    }

    @Test
    void drawsItsPartOfTheLimitWhenItLeavesSomeUnusedOrOverdraws() {
        Vehicle modest = vehicle(Quirks.NONE.using(500));
        live(modest, offer(16), 5);
        assertThat(modest.milliampere(0)).isEqualTo(7_998);
        Vehicle greedy = vehicle(Quirks.NONE.using(1_050));
        live(greedy, offer(16), 5);
        assertThat(greedy.milliampere(0)).isEqualTo(16_795);
    }

    @Test
    void comesBackOnOtherPhasesAfterAPause() {
        Vehicle vehicle = new Vehicle(
                VehicleSpec.of(1, Ampere.of(32)).moving(0, 100_000, 1_000).with(Quirks.NONE.comingBackOn(3)));
        live(vehicle, offer(16), 5);
        assertThat(vehicle.milliampere(1)).isZero();
        live(vehicle, PAUSED, 5);
        live(vehicle, offer(16), 5);
        assertThat(vehicle.milliampere(1)).isEqualTo(15_996);
        assertThat(vehicle.milliampere(2)).isEqualTo(15_996);
    }

    @Test
    void asksAndRestsInTurnsWhenItCycles() {
        Vehicle vehicle = vehicle(Quirks.NONE.cycling(60, 30));
        live(vehicle, offer(16), 59);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.C);
        live(vehicle, offer(16), 5);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.B);
        assertThat(vehicle.milliampere(0)).isZero();
        live(vehicle, offer(16), 30);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.C);
    }

    @Test
    void takesLessAndLessWhenItsBatteryIsAlmostFullAndThenNothing() {
        Vehicle vehicle = new Vehicle(VehicleSpec.of(1, Ampere.of(32))
                .moving(0, 100_000, 1_000)
                .with(new BatterySpec(10_000, 7_900)));
        live(vehicle, offer(32), 5);
        int before = vehicle.milliampere(0);
        live(vehicle, offer(32), 600);
        assertThat(vehicle.milliampere(0)).isLessThan(before);
        live(vehicle, offer(32), 12 * 3_600);
        assertThat(vehicle.charged()).isGreaterThanOrEqualTo(1);
        assertThat(vehicle.pilotState()).isEqualTo(VehiclePilot.B);
    }

    @Test
    void noticesEachLimitAfterItsReactionTimeEvenWhenTheNextFollowsSooner() {
        Vehicle vehicle = new Vehicle(VehicleSpec.of(3, Ampere.of(32)).moving(5_000, 100_000, 1_000));
        live(vehicle, offer(16), 10);
        assertThat(vehicle.milliampere(0)).isEqualTo(15_996);
        live(vehicle, offer(8), 3);
        live(vehicle, offer(9), 2.4);
        assertThat(vehicle.milliampere(0)).isEqualTo(7_998);
    }

    @Test
    void knowsWhetherAVehicleIsObedient() {
        VehicleSpec usual = VehicleSpec.of(3, Ampere.of(32));
        assertThat(usual.isObedient()).isTrue();
        assertThat(usual.moving(4_000, 4_000, 1_000).with(Quirks.NONE.keepingDrawing(1_000)).isObedient()).isTrue();
        assertThat(usual.moving(4_000, 4_000, 1_000).with(Quirks.NONE.keepingDrawing(1_200)).isObedient()).isFalse();
        assertThat(usual.moving(0, 4_000, 1_000).with(Quirks.NONE.using(1_001)).isObedient()).isFalse();
    }

    @Test
    void refusesQuirksThatNoVehicleHas() {
        assertThatThrownBy(() -> Quirks.NONE.keepingDrawing(6_001)).hasMessageContaining("going on: 6001");
        assertThatThrownBy(() -> Quirks.NONE.using(0)).hasMessageContaining("use: 0");
        assertThatThrownBy(() -> Quirks.NONE.using(2_001)).hasMessageContaining("use: 2001");
        assertThatThrownBy(() -> Quirks.NONE.comingBackOn(4)).hasMessageContaining("phases after a pause: 4");
        assertThatThrownBy(() -> Quirks.NONE.cycling(0, 5)).hasMessageContaining("cycle, asking: 0");
    }
}
