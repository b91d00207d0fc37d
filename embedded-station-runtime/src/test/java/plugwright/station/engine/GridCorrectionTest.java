package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.GridCorrection.Available;

class GridCorrectionTest {

    private static final long NOW = 1_700_000_000_000L;

    private static GridReading reading(int milliampere, int age, int uncertainty) {
        return new GridReading(PhaseCurrents.ofMilliampere(milliampere, milliampere, milliampere), age, uncertainty);
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
                GridCorrection.available(25_000, reading(meter * 1_000, 1_000, 0), Includes.STATION, draw, NOW);
        assertThat(available.toLower().l1().milliampere()).isEqualTo(left * 1_000);
        assertThat(available.toRaise()).isEqualTo(available.toLower());

        Available alone = GridCorrection.available(
                25_000, reading((house - pv) * 1_000, 1_000, 0), Includes.HOUSE_ALONE, draw, NOW);
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
            Available available = GridCorrection.available(
                    25_000, reading(house + draws[at], age, 0), Includes.STATION, own, NOW);
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
                GridCorrection.available(25_000, reading(20_000, 1_000, 0), Includes.STATION, own, NOW);
        assertThat(available.toLower().l1().milliampere()).isEqualTo(21_000);
        assertThat(available.toRaise().l1().milliampere()).isEqualTo(11_000);
        // A reading known to be older than the change.
        Available older = GridCorrection.available(25_000, reading(20_000, 5_000, 0), Includes.STATION, own, NOW);
        assertThat(older.toLower().l1().milliampere()).isEqualTo(11_000);
    }

    @Test
    void staysInRangeWhenAMeterSaysWhatCannotBe() {
        for (int absurd : new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Available available = GridCorrection.available(
                    25_000, reading(absurd, Integer.MAX_VALUE, Integer.MAX_VALUE), Includes.STATION, new OwnDraw(), NOW);
            assertThat(Math.abs(available.toLower().l1().milliampere())).isEqualTo(1_000_000);
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
