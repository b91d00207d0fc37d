package plugwright.station.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.FeatureSet;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

class WriteRulesTest {

    private static final Catalogue SHIPPED = Catalogue.shipped();
    private static final PropertySpace DOUBLE = PropertySpace.ofNew(SHIPPED, StationShape.ofTwo(), Map.of());
    private static final PropertySpace SINGLE = PropertySpace.ofNew(SHIPPED, StationShape.ofOne(), Map.of());
    private static final FeatureSet ALL = FeatureSet.ofBits(7);
    private static final LicenceJudge ONLY_GOOD = key ->
            key.equals("GOOD") ? Outcome.ok(ALL) : Outcome.failed(ProblemCode.KEY_MISTYPED, "1", key);

    private static WriteDecision decide(PropertySpace space, FeatureSet features, String id, PropertyValue value) {
        return new WriteRules(features, ONLY_GOOD).decide(space, new PropertyWrite(PropertyId.of(id), value));
    }

    private static WriteDecision decide(String id, String value) {
        return decide(DOUBLE, ALL, id, PropertyValue.of(value));
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource({
        "2062_0, 16, 16", "2062_0, 16.5, 16.5", "2062_0, 0, 0", "2062_0, 32, 32",
        "2129_0, 32, 32", "206A_0, 6, 6", "206A_0, 32, 32", "2180_4, 60, 60", "2180_4, 36000, 36000",
        "2064_0, 3, 3", "2069_0, L3L1L2, L3L1L2", "2180_1, SCN1, SCN1", "5217_0, -1, -1", "2053_0, Garage left, Garage left",
    })
    @Tag("PRB-3")
    @Tag("ALT-1")
    void takesWhatIsInRangeAsTextToo(String id, String sent, String taken) {
        assertThat(decide(id, sent)).isInstanceOfSatisfying(WriteDecision.Accepted.class, accepted -> assertThat(
                        accepted.value().text())
                .isEqualTo(taken));
    }

    @ParameterizedTest(name = "{1} = {2} with {0} phases: {3}")
    @CsvSource({
        "1, 2069_0, L2, true", "1, 2069_0, L1L2L3, false", "3, 2069_0, L2, false", "3, 2069_0, L3L2L1, true",
        "1, 2180_7, 3, true", "1, 2180_7, 4, false", "3, 2180_7, 3, false", "3, 2180_9, 9, true", "1, 2180_9, 9, false",
    })
    @Tag("STA-12")
    void takesOnlySequencesOfAsManyPhasesAsTheStationHas(int phases, String id, String value, boolean taken) {
        PropertySpace space = DOUBLE.with(PropertyId.of("2189_0"), PropertyValue.of(phases));
        WriteDecision decision = decide(space, ALL, id, PropertyValue.of(value));
        assertThat(decision).isInstanceOf(taken ? WriteDecision.Accepted.class : WriteDecision.Refused.class);
    }

    @Test
    @Tag("PRB-1")
    @Tag("ALT-1")
    void beginsWithAProbingCurrentOfFourteenAmpereAndTurnsOfAQuarterOfAnHour() {
        assertThat(DOUBLE.value(PropertyId.of("206A_0")).orElseThrow().number()).isEqualTo(14);
        assertThat(DOUBLE.value(PropertyId.of("2180_4")).orElseThrow().number()).isEqualTo(900);
    }

    @Test
    void takesNumbersAsNumbers() {
        assertThat(decide(DOUBLE, ALL, "2062_0", PropertyValue.of(16)))
                .isEqualTo(new WriteDecision.Accepted(PropertyId.of("2062_0"), PropertyValue.of(16.0)));
    }

    @ParameterizedTest(name = "{0} = {1} is refused: {2}")
    @CsvSource({
        "2062_0, -1, OUT_OF_RANGE", "2062_0, 64.1, OUT_OF_RANGE", "2062_0, many, NOT_A_NUMBER",
        "2129_0, 33, OUT_OF_RANGE", "206A_0, 5.9, OUT_OF_RANGE", "206A_0, 32.5, OUT_OF_RANGE",
        "2180_4, 59, OUT_OF_RANGE", "2180_4, 36001, OUT_OF_RANGE", "2180_4, 1.5, NOT_A_NUMBER", "2180_1, EIGHTLET, TOO_LONG",
        "21A2_0, 7, READ_ONLY", "F001_0, 3, OUT_OF_RANGE", "2056_0, 1, READ_ONLY", "2050_0, X, READ_ONLY", "2069_0, L1L2, NOT_A_CHOICE",
        "2069_0, '', NOT_A_CHOICE", "9999_0, 1, UNKNOWN_TO_FIRMWARE", "21A1_0, BAD, KEY_MISTYPED",
    })
    @Tag("PRB-3")
    @Tag("ALT-1")
    void refusesWhatDoesNotFit(String id, String sent, ProblemCode why) {
        assertThat(decide(id, sent)).isInstanceOfSatisfying(WriteDecision.Refused.class, refused -> assertThat(
                        refused.why().code())
                .isEqualTo(why));
    }

    @ParameterizedTest(name = "with {0} unlocked, mode {1} on {2} sockets: {3}")
    @Tag("LIC-2")
    @CsvSource({
        "0, 0, 2, ok", "0, 1, 2, FEATURE_LOCKED", "0, 2, 2, FEATURE_LOCKED", "0, 3, 2, FEATURE_LOCKED",
        "2, 1, 2, ok", "2, 2, 2, FEATURE_LOCKED", "2, 3, 2, FEATURE_LOCKED", "2, 0, 2, ok",
        "6, 1, 2, ok", "6, 2, 2, ok", "6, 3, 2, ok", "6, 2, 1, ok",
    })
    void allowsOnlyUnlockedLoadBalancing(int unlocked, long mode, int sockets, String expected) {
        WriteDecision decision =
                decide(sockets == 1 ? SINGLE : DOUBLE, FeatureSet.ofBits(unlocked), "2064_0", PropertyValue.of(mode));
        assertThat(outcome(decision)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "mode {0} on a single: {1}")
    @Tag("SLB-3")
    @CsvSource({"1, OUT_OF_RANGE", "3, OUT_OF_RANGE", "2, ok", "0, ok"})
    void refusesStaticBalancingWhereThereIsNothingToShare(long mode, String expected) {
        assertThat(outcome(decide(SINGLE, ALL, "2064_0", PropertyValue.of(mode)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "with {0} unlocked, {1} = {2}: {3}")
    @Tag("LIC-2")
    @CsvSource({
        "6, 2180_1, GARAGE, FEATURE_LOCKED", "7, 2180_1, GARAGE, ok", "0, 2180_1, '', ok",
        "2, 2530_1, 3, FEATURE_LOCKED", "6, 2530_1, 3, ok", "0, 2530_1, 0, ok",
    })
    void allowsOnlyUnlockedNetworksAndDataSources(int unlocked, String id, String value, String expected) {
        assertThat(outcome(decide(DOUBLE, FeatureSet.ofBits(unlocked), id, PropertyValue.of(value))))
                .isEqualTo(expected);
    }

    private static String outcome(WriteDecision decision) {
        return decision instanceof WriteDecision.Refused refused
                ? refused.why().code().name()
                : "ok";
    }

    @Test
    @Tag("STA-11")
    void limitsTheStationToWhatItsFeederCarries() {
        WriteDecision decision = decide("2062_0", "50");
        assertThat(decision)
                .isEqualTo(new WriteDecision.Adjusted(PropertyId.of("2062_0"), PropertyValue.of(32.0), "50"));
        PropertySpace dual =
                PropertySpace.ofNew(SHIPPED, StationShape.ofTwo(), Map.of(Known.FEEDER_COUNT, PropertyValue.of(2)));
        assertThat(decide(dual, ALL, "2062_0", PropertyValue.of(50))).isInstanceOf(WriteDecision.Accepted.class);
    }
}
