package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random stations, vehicles with quirks and settings; longer runs: {@code ./plugwright simulate --random N}. */
class RandomDayTest {

    private static final int SEEDS = 15;
    private static final Duration QUARTER = Duration.ofHours(6);

    @ParameterizedTest(name = "I1 to I6 hold on days from seed {0}")
    @ValueSource(longs = {1, 1_001, 2_001})
    @Tag("STA-2")
    @Tag("STA-7")
    @Tag("PRB-3")
    @Tag("ALT-1")
    @Tag("SLB-1")
    void holdsI1ToI6WhateverVehiclesAndSettingsDo(long first) {
        for (long seed = first; seed < first + SEEDS / 3; seed++) {
            RandomDay.Result day = RandomDay.run(seed, QUARTER);
            assertThat(day.breach()).as("seed %d: %s", seed, day.breach()).isEmpty();
            assertThat(day.simulated()).isGreaterThan(QUARTER.minusSeconds(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void livesTheSameDayAgainWhenTheSeedIsTheSame(long seed) {
        Duration hours = Duration.ofHours(2);
        String once = RandomDay.course(seed, hours);
        assertThat(RandomDay.course(seed, hours)).isEqualTo(once);
        assertThat(RandomDay.course(seed + 100, hours)).isNotEqualTo(once);
    }
}
