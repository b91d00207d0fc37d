package plugwright.station.sim.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.model.ProblemCode;

class HouseLoadsTest {

    private static HouseLoads ok(String text) {
        return ((Outcome.Ok<HouseLoads>) HouseLoads.parse("loads.csv", text)).value();
    }

    @Test
    void holdsEachRowUntilTheNextOneAndTheLastForEver() {
        HouseLoads loads = ok("seconds,house_l1,house_l2,house_l3,pv_l1,pv_l2,pv_l3\n0,1,2,3,0,0,0\n\n"
                + "10.5, 4.25 ,5,6,7,8,9.001\n");
        assertThat(loads.at(0).house()).isEqualTo(PhaseCurrents.ofMilliampere(1_000, 2_000, 3_000));
        assertThat(loads.at(10_499)).isEqualTo(loads.at(0));
        assertThat(loads.at(10_500).house()).isEqualTo(PhaseCurrents.ofMilliampere(4_250, 5_000, 6_000));
        assertThat(loads.at(86_400_000).pv()).isEqualTo(PhaseCurrents.ofMilliampere(7_000, 8_000, 9_001));
        assertThat(loads.at(86_400_000).net(2)).isEqualTo(-3_001);
        assertThat(loads.nextChange(0)).isEqualTo(10_500);
        assertThat(loads.nextChange(10_500)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void takesOneColumnForAllPhases() {
        assertThat(ok("seconds,house,pv\n0,2,12").at(5))
                .isEqualTo(new HouseLoads.Row(
                        0, PhaseCurrents.ofMilliampere(2_000, 2_000, 2_000),
                        PhaseCurrents.ofMilliampere(12_000, 12_000, 12_000)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | line 1: it must be seconds,house,pv or seconds,house_l1,",
        "time,house,pv~0,1,1 | line 1: it must be seconds,house,pv",
        "seconds,house,pv | line 2: a row is missing",
        "seconds,house,pv~0,1 | line 2: it has 2 values, 3 are needed",
        "seconds,house,pv~0,1,1~5,x,1 | line 3: house is \"x\", a number of ampere from 0 to 5000 is needed",
        "seconds,house,pv~0,1,-1 | line 2: pv is \"-1\"",
        "seconds,house,pv~0,1,5001 | line 2: pv is \"5001\"",
        "seconds,house,pv~0,1,NaN | line 2: pv is \"NaN\"",
        "seconds,house,pv~3,1,1 | line 2: the first row is at 3 s, it must be at 0",
        "seconds,house,pv~0,1,1~60,1,1~60,1,1 | line 4: its time is not after the row before",
    })
    void saysInWhichLineWhatIsWrong(String text, String error) {
        Outcome<HouseLoads> outcome = HouseLoads.parse("loads.csv", text.replace('~', '\n'));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, f -> {
            assertThat(f.problem().code()).isEqualTo(ProblemCode.LOADS_UNREADABLE);
            assertThat(f.problem().details().getFirst()).isEqualTo("loads.csv");
            assertThat(f.problem().details().getLast().toString()).startsWith(error);
        });
    }
}
