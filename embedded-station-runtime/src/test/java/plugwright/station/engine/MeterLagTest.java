package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.GridCorrection.Heard;

@Tag("ALB-5")
class MeterLagTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final int HOUSE = 3_000;
    private static final int BEFORE = 20_000;
    private static final int AFTER = 12_000;

    private final MeterLag lag = new MeterLag();
    private final OwnDraw own = new OwnDraw();

    private static Heard heard(int milliampere, long arrival, int age) {
        PhaseCurrents all = PhaseCurrents.ofMilliampere(milliampere, milliampere, milliampere);
        return new Heard(new GridReading(all, age, 1_500), arrival);
    }

    private static Heard heard(int milliampere, long arrival) {
        return heard(milliampere, arrival, 1_000);
    }

    /** The own draw falls at a moment; the reading of a second ago has not seen it, that of now has. */
    private long notBeforeWhenFalling(long fall, int age) {
        own.record(BEFORE, BEFORE, BEFORE, NOW - 25_000);
        own.record(AFTER, AFTER, AFTER, fall);
        Optional<Heard> last = Optional.of(heard(HOUSE + BEFORE, NOW - 1_000, age));
        return lag.notBefore(heard(HOUSE + AFTER, NOW, age), last, own);
    }

    @Test
    void knowsThatAReadingWasMadeAfterTheMoveThatItShows() {
        assertThat(notBeforeWhenFalling(NOW - 700, 1_000)).isBetween(NOW - 700, NOW - 500);
    }

    @Test
    void believesItOfTheNextReadingsForTenSecondsAndNoLonger() {
        notBeforeWhenFalling(NOW - 700, 1_000);
        for (int second = 1; second <= 12; second++) {
            long arrival = NOW + 1_000L * second;
            Heard next = heard(HOUSE + AFTER, arrival);
            Optional<Heard> last = Optional.of(heard(HOUSE + AFTER, arrival - 1_000));
            long expected = second <= 10 ? arrival - 1_100 : arrival - 2_500;
            assertThat(lag.notBefore(next, last, own)).as("second " + second).isBetween(expected, expected + 200);
        }
    }

    @Test
    void knowsNothingOfAMeterThatMayBeVeryLate() {
        assertThat(notBeforeWhenFalling(NOW - 700, 5_000)).isEqualTo(NOW - 6_500);
    }

    @Test
    void knowsNothingWhenTheHouseMovedToo() {
        own.record(BEFORE, BEFORE, BEFORE, NOW - 25_000);
        own.record(AFTER, AFTER, AFTER, NOW - 700);
        Optional<Heard> last = Optional.of(heard(HOUSE + BEFORE, NOW - 1_000));
        assertThat(lag.notBefore(heard(HOUSE + 1_500 + AFTER, NOW), last, own)).isEqualTo(NOW - 2_500);
    }

    @Test
    void forgetsWhenAnotherMeterIsRead() {
        notBeforeWhenFalling(NOW - 700, 1_000);
        lag.forget();
        Optional<Heard> last = Optional.of(heard(HOUSE + AFTER, NOW));
        assertThat(lag.notBefore(heard(HOUSE + AFTER, NOW + 1_000), last, own)).isEqualTo(NOW - 1_500);
    }

    /** Of whatever lateness a meter is, while the house stands still no reading is taken to be younger than it is. */
    @Test
    void neverTakesAReadingToBeYoungerThanItIsWhenTheHouseStandsStill() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int late = random.nextInt(2_400);
            OwnDraw draws = new OwnDraw();
            int[] drawn = new int[100];
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] = k == 0 || random.nextInt(9) == 0 ? 6_000 + random.nextInt(26_000) : drawn[k - 1];
                draws.record(drawn[k], drawn[k], drawn[k], NOW + 200L * k);
            }
            MeterLag its = new MeterLag();
            Optional<Heard> last = Optional.empty();
            for (long arrival = NOW + 5_000; arrival < NOW + 19_000; arrival += 1_000) {
                int seen = drawn[(int) ((arrival - late - NOW) / 200)];
                Heard next = heard(HOUSE + seen, arrival);
                long notBefore = its.notBefore(next, last, draws);
                int available = GridCorrection.available(
                                25_000, new Heard(next.reading(), arrival, notBefore), last, Includes.STATION, draws)
                        .toLower().l1().milliampere();
                assertThat(available).as("round %d, %d ms late", round, late).isGreaterThanOrEqualTo(25_000 - HOUSE);
                last = Optional.of(next);
            }
        }
    }
}
