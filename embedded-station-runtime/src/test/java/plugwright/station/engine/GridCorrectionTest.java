package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.GridCorrection.Available;
import plugwright.station.engine.GridCorrection.Heard;

class GridCorrectionTest {

    private static final long NOW = 1_700_000_000_000L;

    private static GridReading reading(int milliampere, int age, int uncertainty) {
        return new GridReading(PhaseCurrents.ofMilliampere(milliampere, milliampere, milliampere), age, uncertainty);
    }

    private static Available available(int maximum, GridReading reading, Includes includes, OwnDraw own) {
        return GridCorrection.available(maximum, new Heard(reading, NOW), Optional.empty(), includes, own);
    }

    /** House, own draw and meter as in the rows of the guide's table (§5.1.4.3), with 25 A at the grid connection. */
    @ParameterizedTest(name = "house {0}, PV {1}, vehicle {2}: the meter shows {3}, {4} are left for charging")
    @CsvSource({
        "0, 0, 0, 0, 25", "2, 0, 0, 2, 23", "0, 0, 12, 12, 25", "0, 12, 0, -12, 37", "12, 12, 0, 0, 25",
        "2, 12, 0, -10, 35", "0, 12, 6, -6, 37", "0, 12, 12, 0, 37", "2, 12, 6, -4, 35", "6, 12, 6, 0, 31",
        "2, 12, 16, 6, 35"
    })
    @Tag("ALB-1")
    void addsTheOwnDrawBackWhenTheMeterIncludesTheStation(int house, int pv, int own, int meter, int left) {
        assertThat(house - pv + own).isEqualTo(meter);
        OwnDraw draw = new OwnDraw();
        draw.record(own * 1_000, own * 1_000, own * 1_000, NOW - 20_000);
        Available available =
                available(25_000, reading(meter * 1_000, 1_000, 0), Includes.STATION, draw);
        assertThat(available.toLower().l1().milliampere()).isEqualTo(left * 1_000);
        assertThat(available.toRaise()).isEqualTo(available.toLower());

        Available alone = available(25_000, reading((house - pv) * 1_000, 1_000, 0), Includes.HOUSE_ALONE, draw);
        assertThat(alone.toRaise().l2().milliampere()).isEqualTo(left * 1_000);
    }

    @Test
    @Tag("ALB-5")
    void neverMovesALimitByAChangeOfTheOwnDrawWhereverInItsUncertaintyTheReadingWasMade() {
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            int age = random.nextInt(3_000);
            int house = random.nextInt(20_000) - 8_000;
            OwnDraw own = new OwnDraw();
            int[] draws = new int[40];
            for (int k = 0; k < draws.length; k++) {
                draws[k] = random.nextInt(32_000);
                own.record(draws[k], draws[k], draws[k], NOW - 8_000 + k * 200L);
            }
            // Measured at any moment within a second and a half of the assumed one.
            long measuredAt = NOW - age - 1_500 + random.nextInt(3_001);
            int at = (int) Math.clamp((measuredAt - NOW + 8_000) / 200, 0, draws.length - 1L);
            int standing = 25_000 - house;
            Available available = available(25_000, reading(house + draws[at], age, 0), Includes.STATION, own);
            assertThat(available.from(PhaseCurrents.ofMilliampere(standing, standing, standing), 0).l3().milliampere())
                    .as("round %d", round)
                    .isEqualTo(standing);
        }
    }

    @Test
    void lowersByTheHighestAndRaisesByTheLowestOwnDrawWithinTheUncertainty() {
        OwnDraw own = new OwnDraw();
        own.record(6_000, 0, 0, NOW - 10_000);
        own.record(16_000, 0, 0, NOW - 1_000);
        Available available =
                available(25_000, reading(20_000, 1_000, 0), Includes.STATION, own);
        assertThat(available.toLower().l1().milliampere()).isEqualTo(21_000);
        assertThat(available.toRaise().l1().milliampere()).isEqualTo(11_000);
        // A reading known to be older than the change.
        Available older = available(25_000, reading(20_000, 5_000, 0), Includes.STATION, own);
        assertThat(older.toLower().l1().milliampere()).isEqualTo(11_000);
    }

    /**
     * A meter that speaks each ten seconds: the vehicle was told less for the house's first rise and has followed when
     * the next reading tells of a second one. The house drew -1, then 3, then 10 A.
     */
    @Test
    @Tag("ALB-5")
    void lowersForASecondRiseAtOnceWhenTheFallOfTheOwnDrawCannotExplainIt() {
        OwnDraw own = new OwnDraw();
        own.record(25_000, 25_000, 25_000, NOW - 60_000);
        own.record(21_000, 21_000, 21_000, NOW - 6_000);
        Heard before = new Heard(reading(3_000 + 25_000, 5_000, 5_000), NOW - 10_000);
        Heard heard = new Heard(reading(10_000 + 21_000, 5_000, 5_000), NOW);
        Available second = GridCorrection.available(25_000, heard, Optional.of(before), Includes.STATION, own);
        assertThat(second.toLower().l1().milliampere()).isEqualTo(15_000);
        assertThat(second.toRaise().l1().milliampere()).isEqualTo(15_000);

        // The reading before at an older age: it looks the same where the house stands still.
        Heard stale = new Heard(reading(3_000 + 25_000, 5_000, 5_000), NOW);
        Available once = GridCorrection.available(25_000, stale, Optional.of(before), Includes.STATION, own);
        assertThat(once.toLower().l1().milliampere()).isEqualTo(22_000);
    }

    @Test
    @Tag("ALB-5")
    void neverMovesALimitByAChangeOfTheOwnDrawWhenAMeterIsAlwaysUpToTenSecondsLate() {
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            int age = random.nextInt(10_001);
            int house = random.nextInt(20_000) - 8_000;
            OwnDraw own = new OwnDraw();
            int[] draws = new int[110];
            for (int k = 0; k < draws.length; k++) {
                draws[k] = k == 0 || random.nextInt(8) == 0 ? random.nextInt(32_000) : draws[k - 1];
                own.record(draws[k], draws[k], draws[k], NOW - 22_000 + k * 200L);
            }
            int at = (22_000 - age) / 200;
            Heard before = new Heard(
                    reading(house + draws[at - 50], 5_000, 5_000), NOW - 10_000);
            Heard heard = new Heard(reading(house + draws[Math.min(at, draws.length - 1)], 5_000, 5_000), NOW);
            int standing = 25_000 - house;
            Available available =
                    GridCorrection.available(25_000, heard, Optional.of(before), Includes.STATION, own);
            assertThat(available.from(PhaseCurrents.ofMilliampere(standing, standing, standing), 0).l2().milliampere())
                    .as("round %d", round)
                    .isEqualTo(standing);
        }
    }

    @Test
    @Tag("ALB-1")
    void leavesAllOfTheLargestConnectionThatCanBeSet() {
        Available available = available(5_000_000, reading(400_000, 0, 0), Includes.HOUSE_ALONE, new OwnDraw());
        assertThat(available.toRaise().l1().milliampere()).isEqualTo(4_600_000);
    }

    /** Ages are tried one after another: with one of three weeks that would be millions for each reading. */
    @Test
    @Timeout(60)
    void answersAtOnceWhenAReadingMayBeOfAnyAge() {
        OwnDraw own = new OwnDraw();
        for (int k = 0; k < 200; k++) {
            own.record(k, k, k, NOW - 40_000 + k * 200L);
        }
        Heard before = new Heard(reading(90_000, 0, Integer.MAX_VALUE), NOW - 1_000);
        Heard heard = new Heard(reading(10_000, 0, Integer.MAX_VALUE), NOW);
        for (int round = 0; round < 10; round++) {
            Available any = GridCorrection.available(25_000, heard, Optional.of(before), Includes.STATION, own);
            assertThat(any.toRaise().l1().milliampere()).isLessThanOrEqualTo(any.toLower().l1().milliampere());
        }
    }

    @Test
    void staysInRangeWhenAMeterSaysWhatCannotBe() {
        for (int absurd : new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Available available = available(25_000, reading(absurd, Integer.MAX_VALUE, Integer.MAX_VALUE), Includes.STATION, new OwnDraw());
            assertThat(Math.abs(available.toLower().l1().milliampere())).isEqualTo(5_000_000);
        }
    }

    @Test
    void remembersHalfAMinuteOfOwnDrawAndNoMore() {
        OwnDraw own = new OwnDraw();
        assertThat(own.highest(0, 0, NOW)).isZero();
        for (int k = 0; k < 1_000; k++) {
            own.record(k, 2 * k, 3 * k, NOW + k * 200L);
        }
        long last = NOW + 999 * 200L;
        assertThat(own.highest(1, last - 1_000, last)).isEqualTo(2 * 999);
        assertThat(own.lowest(2, last - 1_000, last)).isEqualTo(3 * 994);
        assertThat(own.lowest(0, last - 29_000, last)).isEqualTo(999 - 145);
    }

    /** Rounding of the meter is no room: a limit that rose for it would have to come down again. */
    @Test
    @Tag("ALB-5")
    void doesNotRiseForLessThanAStepOfTheMeter() {
        Available available = new Available(
                PhaseCurrents.ofMilliampere(20_010, 20_016, 9_000), PhaseCurrents.ofMilliampere(20_010, 20_016, 9_000));
        PhaseCurrents standing = PhaseCurrents.ofMilliampere(20_000, 20_000, 9_001);
        assertThat(available.from(standing, 15)).isEqualTo(PhaseCurrents.ofMilliampere(20_000, 20_016, 9_000));
    }
}
