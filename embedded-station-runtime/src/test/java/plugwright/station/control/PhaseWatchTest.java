package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which phases count for a vehicle; masks with bit 0 for L1. */
class PhaseWatchTest {

    private static final int ALL = 7;
    private static final int L1 = 1;
    private static final int L2 = 2;

    private final PhaseWatch phases = new PhaseWatch();
    private long now = 1_000_000;

    private void draws(int mask, int seconds) {
        for (int second = 0; second < seconds; second++) {
            phases.observe(mask, now);
            now += 1_000;
        }
    }

    @Test
    @Tag("STA-5")
    void countsAllPhasesUntilTheVehicleHasDrawnForTenSeconds() {
        phases.all(ALL);
        draws(L1, 10);
        assertThat(phases.counted()).isEqualTo(ALL);
        draws(L1, 1);
        assertThat(phases.counted()).isEqualTo(L1);
    }

    @Test
    void beginsAnewWhenTheVehicleStopsBeforeItsPhasesAreKnown() {
        phases.all(ALL);
        draws(L1, 9);
        draws(0, 1);
        draws(L2, 10);
        assertThat(phases.counted()).isEqualTo(ALL);
        draws(L2, 1);
        assertThat(phases.counted()).isEqualTo(L2);
    }

    @Test
    void widensTheSetAtOnceWhenTheVehicleDrawsOnAnotherPhase() {
        phases.all(ALL);
        draws(L1, 11);
        draws(L2, 1);
        assertThat(phases.counted()).isEqualTo(L1 | L2);
    }
}
