package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.sim.World.Pace;

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
        Course once = Course.of(seed, hours, Pace.QUICK);
        assertThat(Course.of(seed, hours, Pace.QUICK)).isEqualTo(once);
        assertThat(Course.of(seed + 100, hours, Pace.QUICK)).isNotEqualTo(once);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void comesToTheSameEffectForEffectWhenQuietTicksAreSkipped(long seed) {
        Course all = Course.of(seed, QUARTER, Pace.EVERY_TICK);
        Course quick = Course.of(seed, QUARTER, Pace.QUICK);
        assertThat(quick.effects).containsExactlyElementsOf(all.effects);
        assertThat(quick.end).isEqualTo(all.end);
        // Otherwise the comparison would show nothing.
        assertThat(all.effects).hasSizeGreaterThan(100);
        assertThat(quick.ticks).isLessThan(all.ticks * 2 / 3);
    }

    /** What a station did on a day, and how it ended. */
    private static final class Course {
        private final List<String> effects = new ArrayList<>();
        private StationSnapshot end;
        private long ticks;

        static Course of(long seed, Duration length, Pace pace) {
            Course course = new Course();
            course.end = RandomDay.show(seed, length, pace, (event, effects, engine, now) -> {
                course.ticks += event instanceof StationEvent.Tick ? 1 : 0;
                effects.forEach(e -> course.effects.add(now + " " + e + " " + engine.look(SocketNumber.ONE)));
            });
            return course;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Course c && effects.equals(c.effects) && end.equals(c.end);
        }

        @Override
        public int hashCode() {
            return effects.hashCode();
        }
    }
}
