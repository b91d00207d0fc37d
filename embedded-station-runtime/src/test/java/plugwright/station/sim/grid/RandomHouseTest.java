package plugwright.station.sim.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few of the days that {@code ./plugwright prove house} plays a thousand of. */
class RandomHouseTest {

    private static final int DAYS = 3;

    /** Above the fuse never longer than a period and 6 s, calm; 95 % of what somebody who knows everything charges. */
    @ParameterizedTest
    @EnumSource(MeterKind.P1.Version.class)
    @Tag("ALB-1")
    @Tag("ALB-5")
    void keepsTheFuseAndChargesAlmostWhatIsPossible(MeterKind.P1.Version version) {
        MeterKind kind = new MeterKind.P1(version, MeterKind.P1.Power.PER_PHASE);
        double charged = 0;
        double possible = 0;
        for (long seed = 1; seed <= DAYS; seed++) {
            RandomHouse.Result result = RandomHouse.run(seed, kind);
            assertThat(result.breach()).as("seed " + seed).isEmpty();
            assertThat(result.longestAbove()).isLessThanOrEqualTo(Duration.ofMillis(kind.periodMillis() + 6_000));
            charged += result.wattHours();
            possible += result.possible();
        }
        assertThat(charged / possible).isBetween(0.95, 1.0);
    }

    /** In these days the house rises just when a vehicle's own draw has moved: decision 0055. */
    @ParameterizedTest
    @ValueSource(longs = {611, 622, 710})
    @Tag("ALB-5")
    void keepsTheFuseWhenTheHouseRisesJustAsAVehicleMoves(long seed) {
        MeterKind kind = new MeterKind.P1(MeterKind.P1.Version.V5, MeterKind.P1.Power.PER_PHASE);
        assertThat(RandomHouse.run(seed, kind).breach()).isEmpty();
    }
}
