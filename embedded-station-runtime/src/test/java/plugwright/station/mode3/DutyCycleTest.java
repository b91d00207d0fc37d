package plugwright.station.mode3;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;

class DutyCycleTest {

    /** IEC 61851-1: current to duty cycle in percent. */
    @ParameterizedTest
    @CsvSource({"6, 10", "9, 15", "12, 20", "15, 25", "18, 30", "24, 40", "30, 50", "36, 60", "48, 80", "51, 85",
        "55, 86", "60, 88", "65, 90", "70, 92", "75, 94", "80, 96"})
    @Tag("STA-3")
    void tellsTheStandardsValues(int ampere, int percent) {
        assertThat(DutyCycle.of(Ampere.of(ampere)).centiPercent()).isEqualTo(percent * 100);
        assertThat(new DutyCycle(percent * 100).offered()).isEqualTo(Ampere.of(ampere));
    }

    @ParameterizedTest
    @CsvSource({"16000, 2666", "32000, 5333", "12500, 2083", "13000, 2166", "63000, 8920", "5999, 0", "0, 0",
        "51500, 8500", "90000, 9600"})
    @Tag("STA-3")
    @Tag("STA-2")
    void roundsDown(int milliampere, int centiPercent) {
        assertThat(DutyCycle.of(new Ampere(milliampere)).centiPercent()).isEqualTo(centiPercent);
    }

    @Property
    @net.jqwik.api.Tag("STA-3")
    void neverOffersMoreThanWasToldNorMuchLess(@ForAll @IntRange(min = 6_000, max = 80_000) int milliampere) {
        int offered = DutyCycle.of(new Ampere(milliampere)).offered().milliampere();
        assertThat(offered).isLessThanOrEqualTo(milliampere);
        // 85 % is 51 A; the next step above it, 85.01 %, is 52.525 A.
        boolean betweenTheBands = milliampere > 51_000 && milliampere < 52_525;
        assertThat(offered).isGreaterThan(milliampere - (betweenTheBands ? 1_525 : 25));
    }
}
