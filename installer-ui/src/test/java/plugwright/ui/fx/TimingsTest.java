package plugwright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimingsTest {

    private static final long MILLI = 1_000_000;

    @Test
    void tellsTheTimeThatNinetyNineOfAHundredKeep() {
        Timings timings = new Timings();
        for (int i = 0; i < 99; i++) {
            timings.add(MILLI - 1);
        }
        timings.add(40 * MILLI);
        assertThat(timings.summary()).isEqualTo(new Timings.Summary(100, Duration.ofMillis(1), Duration.ofMillis(40)));
        timings.add(40 * MILLI);
        timings.add(40 * MILLI);
        assertThat(timings.summary().p99()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void countsWhatIsBeyondTheLastBucketByItsTrueMaximum() {
        Timings timings = new Timings();
        timings.add(5_000 * MILLI);
        assertThat(timings.summary().max()).isEqualTo(Duration.ofSeconds(5));
        timings.reset();
        assertThat(timings.summary()).isEqualTo(new Timings.Summary(0, Duration.ZERO, Duration.ZERO));
    }
}
