package plugwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseMappingTest {

    /** Guide §6.3.3.4. */
    @ParameterizedTest
    @CsvSource({"0, ''", "1, L1", "2, L2", "3, L3", "4, L1L2L3", "5, L1L3L2", "6, L2L1L3", "7, L2L3L1", "8, L3L1L2",
        "9, L3L2L1"})
    @Tag("STA-6")
    void hasTheCodesOfTheBackOffice(int code, String sequence) {
        assertThat(PhaseMapping.ofCode(code)).isEqualTo(PhaseMapping.ofSequence(sequence)).isPresent();
        assertThat(PhaseMapping.ofCode(code).orElseThrow().sequence()).isEqualTo(sequence);
    }

    @Test
    @Tag("STA-6")
    void isAbsentForOtherCodes() {
        assertThat(PhaseMapping.ofCode(10)).isEmpty();
        assertThat(PhaseMapping.ofCode(-1)).isEmpty();
        assertThat(PhaseMapping.ofSequence("L1L1L3")).isEmpty();
    }

    /** "The k-th name is the grid phase at terminal k", then the rotation of socket 1, worked out by hand. */
    @ParameterizedTest
    @CsvSource({"L1L2L3, L3L2L1", "L3L1L2, L2L1L3", "L2L3L1, L1L3L2", "L1L3L2, L2L3L1", "L2L1L3, L3L1L2",
        "L3L2L1, L1L2L3", "L2, L2"})
    @Tag("STA-5")
    void composesWithTheInnerRotation(PhaseMapping feeder, PhaseMapping expected) {
        assertThat(feeder.rotatedBy(PhaseMapping.L3L2L1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(PhaseMapping.class)
    @Tag("STA-5")
    void staysAsItIsWithoutRotation(PhaseMapping feeder) {
        assertThat(feeder.rotatedBy(PhaseMapping.L1L2L3)).isEqualTo(feeder);
    }

    /** The recommended single feeders of guide §3.1.1 spread one-phase vehicles evenly over socket 1 and over socket 2. */
    @Test
    @Tag("STA-5")
    void balancesTheRecommendedSequences() {
        List<Phase> sockets1 = new ArrayList<>();
        List<Phase> sockets2 = new ArrayList<>();
        for (PhaseMapping feeder : List.of(PhaseMapping.L1L2L3, PhaseMapping.L3L1L2, PhaseMapping.L2L3L1)) {
            sockets1.add(feeder.rotatedBy(PhaseMapping.L3L2L1).terminals().getFirst());
            sockets2.add(feeder.terminals().getFirst());
        }
        assertThat(sockets1).containsExactlyInAnyOrder(Phase.values());
        assertThat(sockets2).containsExactlyInAnyOrder(Phase.values());
    }
}
