package plugwright.meter.p1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1-1")
class P1FreshnessTest {

    private static final Instant START = Instant.parse("2026-01-10T12:00:00Z");

    private final P1Freshness freshness = new P1Freshness();

    private Optional<P1Fault> judge(long meterSeconds, long arrivedSeconds) {
        return freshness.judge(START.plusSeconds(meterSeconds), arrivedSeconds * 1_000);
    }

    @Test
    void takesTelegramsOfAMeterWhoseClockIsWrong() {
        for (int s = 0; s < 3_600; s += 10) {
            assertThat(judge(s - 86_400L, s)).isEmpty();
        }
    }

    @Test
    void refusesWhenTheSameTelegramIsRepeated() {
        assertThat(judge(0, 0)).isEmpty();
        assertThat(judge(0, 10)).isEmpty();
        for (int s = 11; s < 600; s++) {
            assertThat(judge(0, s)).contains(new P1Fault.TimeStale(s));
        }
    }

    @Test
    void refusesABacklogAndTakesWhatIsNewAgain() {
        assertThat(judge(0, 0)).isEmpty();
        assertThat(judge(1, 30)).contains(new P1Fault.TimeStale(29));
        assertThat(judge(2, 30)).contains(new P1Fault.TimeStale(28));
        assertThat(judge(29, 31)).isEmpty();
    }

    @Test
    void believesAMeterAgainAMinuteAfterItsClockWasSetBack() {
        assertThat(judge(0, 0)).isEmpty();
        int refused = 0;
        for (int s = 1; s <= 200; s++) {
            refused += judge(s - 3_600L, s).isPresent() ? 1 : 0;
        }
        assertThat(refused).isEqualTo(60);
    }

    @Test
    void takesASetForwardClockAtOnce() {
        assertThat(judge(0, 0)).isEmpty();
        assertThat(judge(3_600, 1)).isEmpty();
        assertThat(judge(3_601, 2)).isEmpty();
    }
}
