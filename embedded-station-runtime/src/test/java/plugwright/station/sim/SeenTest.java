package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.model.VehicleClass;
import plugwright.station.engine.SocketLook;

class SeenTest {

    private static final long PERIOD = 900_000;

    private final Seen seen = new Seen(SocketNumber.ONE);

    private void told(int milliampere, long now, long inputChangedAt) {
        int before = seen.look.told();
        seen.look = look(milliampere, ReasonKind.GROUP);
        seen.toldChanged(before, now, inputChangedAt);
    }

    private static SocketLook look(int milliampere, ReasonKind reason) {
        return new SocketLook(
                milliampere, milliampere, 1, VehicleClass.SIX_AMPERE, Integer.MAX_VALUE, reason, 0);
    }

    @Test
    void takesRaisesForOneMovementWhenTheyFollowAnInputWithinSixteenSeconds() {
        told(6_000, 1_000, 0);
        told(8_000, 7_000, 0);
        told(10_000, 16_000, 0);
        assertThat(seen.oldestOfChanges()).isEqualTo(Seen.NEVER);
    }

    @Test
    void countsEachRaiseWhenItComesLater() {
        told(6_000, 17_000, 0);
        told(8_000, 18_000, 0);
        told(10_000, 19_000, 0);
        assertThat(seen.oldestOfChanges()).isEqualTo(17_000);
    }

    @Test
    void countsEachChangeWhenLimitsGoUpAndDown() {
        told(8_000, 1_000, 0);
        told(6_000, 2_000, 0);
        told(8_000, 3_000, 0);
        assertThat(seen.oldestOfChanges()).isEqualTo(1_000);
    }

    @Test
    void allowsATurnOfEachOtherAndHalfAPeriodAndWhatNewcomersTake() {
        seen.waits(3, 0);
        assertThat(seen.longestWait(PERIOD)).isEqualTo(2 * PERIOD + PERIOD / 2 + 90_000);
        seen.pluggedMeanwhile();
        seen.waits(4, 1_000);
        seen.waits(2, 2_000);
        assertThat(seen.longestWait(PERIOD)).isEqualTo(3 * PERIOD + PERIOD / 2 + 80_000 + 90_000);
        assertThat(seen.waitingSince).isZero();
    }

    @Test
    void allowsOnePeriodMoreWhenItGaveItsPlaceUpMeanwhile() {
        seen.look = look(0, ReasonKind.GAVE_PLACE);
        seen.waits(2, 0);
        seen.look = look(0, ReasonKind.WAITING_TURN);
        seen.waits(2, 200);
        assertThat(seen.longestWait(PERIOD)).isEqualTo(2 * PERIOD + PERIOD / 2 + 90_000);
    }
}
