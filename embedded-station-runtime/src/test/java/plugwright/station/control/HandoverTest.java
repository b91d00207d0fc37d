package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plugwright.model.ReasonKind;
import plugwright.wire.scn.VehicleMemory;

/** A new control goes on with the timers of the one before. */
class HandoverTest {

    private static final long TICK = 200;

    private long now = 1_000_000;

    private ControlCore control(int total) {
        ControlCore core = new ControlCore(2, 1);
        core.timing(14_000, 900_000, now);
        for (int socket = 0; socket < 2; socket++) {
            core.groups().join(socket, 0);
        }
        limit(core, total);
        return core;
    }

    private static void limit(ControlCore core, int total) {
        for (int phase = 0; phase < 3; phase++) {
            core.groups().limit(0, phase, total);
        }
    }

    private void plug(ControlCore core, int socket, VehicleMemory memory, int told, int draw) {
        core.takenOver(socket, memory, told, now - 600_000, now);
        core.asks(socket, true);
        core.vehiclePhases(socket, 0b111);
        core.cap(socket, 32_000, ReasonKind.SOCKET_MAXIMUM);
        core.measured(socket, draw, draw, draw, now);
    }

    private void run(ControlCore core, long millis) {
        for (long end = now + millis; now < end; ) {
            now += TICK;
            core.decide(now);
        }
    }

    private static VehicleMemory served(int seconds, int marks) {
        return new VehicleMemory(VehicleMemory.CLASS_SIX, 3, seconds, marks, 0, 0, 0, 0, 0);
    }

    @Test
    void endsNoPauseSoonerWhenAnotherGoesOn() {
        ControlCore first = control(20_000);
        plug(first, 0, served(0, VehicleMemory.MARK_PLACE), 10_000, 9_900);
        run(first, 5_000);
        limit(first, 0);
        run(first, 25_000);
        assertThat(first.told(0)).isZero();
        long pausedFor = 25_000;

        ControlCore second = control(20_000);
        plug(second, 0, first.remember(0, now), 0, 0);
        run(second, 60_000 - pausedFor - TICK);
        assertThat(second.told(0)).isZero();
        run(second, 30_000);
        assertThat(second.told(0)).isEqualTo(20_000);
    }

    @Test
    void givesAnUnusedPlaceUpAfterThreeMinutesInAllWhenAnotherGoesOn() {
        ControlCore first = control(7_000);
        plug(first, 0, served(0, VehicleMemory.MARK_PLACE), 7_000, 0);
        plug(first, 1, served(0, 0), 0, 0);
        run(first, 120_000);
        assertThat(first.told(0)).isEqualTo(7_000);

        ControlCore second = control(7_000);
        plug(second, 0, first.remember(0, now), 7_000, 0);
        plug(second, 1, first.remember(1, now), 0, 0);
        run(second, 50_000);
        assertThat(second.told(0)).as("not before three minutes").isEqualTo(7_000);
        run(second, 45_000);
        assertThat(second.told(0)).as("not as late as if it began anew").isZero();
    }
}
