package plugwright.station.mode3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OvercurrentGuardTest {

    private static final long TICK = 200;
    private static final long START = 1_000_000;

    /** Seconds until it trips at a constant draw; −1 if it doesn't within an hour. */
    private static double tripsAfter(int told, int draw) {
        OvercurrentGuard guard = new OvercurrentGuard();
        for (long now = START; now < START + 3_600_000; now += TICK) {
            if (guard.step(told, draw, now)) {
                return (now - START) / 1000.0;
            }
        }
        return -1;
    }

    /** The bands of guide §2.3, at 30 A: just inside each. */
    @ParameterizedTest(name = "{0} mA at 30 A: {1} s")
    @CsvSource({"30000, -1", "30600, -1", "30700, 1200", "31400, 1200", "31500, 100", "33500, 100", "33600, 5",
        "35900, 5", "36000, 2", "44900, 2", "45000, 0", "60000, 0"})
    @Tag("OCP-1")
    @Tag("OCP-4")
    void tripsAfterTheTimeOfTheBand(int draw, double seconds) {
        assertThat(tripsAfter(30_000, draw)).isEqualTo(seconds);
    }

    @Test
    @Tag("OCP-4")
    void allowsForTheMetersErrorAtSmallCurrents() {
        // 107 % of 6 A is 0.42 A: within the meter's error of 0.5 A.
        assertThat(tripsAfter(6_000, 6_420)).isEqualTo(-1);
        assertThat(tripsAfter(6_000, 6_520)).isEqualTo(100);
    }

    @Test
    @Tag("OCP-4")
    void bearsAnObedientVehicleThatTakesFiveSecondsToFollow() {
        OvercurrentGuard guard = new OvercurrentGuard();
        long now = START;
        for (; now < START + 60_000; now += TICK) {
            assertThat(guard.step(32_000, 32_000, now)).isFalse();
        }
        for (long lowered = now; now < lowered + 6_000; now += TICK) {
            assertThat(guard.step(0, 32_000, now)).isFalse();
        }
        assertThat(guard.step(0, 32_000, now + 200)).isTrue();
    }

    @Test
    @Tag("OCP-1")
    void beginsAnewWhenTheDrawFellBelowTheBand() {
        OvercurrentGuard guard = new OvercurrentGuard();
        long now = START;
        for (int round = 0; round < 20; round++) {
            for (long end = now + 90_000; now < end; now += TICK) {
                assertThat(guard.step(20_000, 21_500, now)).isFalse();
            }
            assertThat(guard.step(20_000, 20_000, now)).isFalse();
            now += TICK;
        }
    }
}
