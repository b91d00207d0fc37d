package plugwright.wire.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("EMS-1")
class RegisterMapTest {

    private static final RegisterMap MAP = RegisterMap.shipped();

    /** What polling masters of real stations read in one request, block by block. */
    @ParameterizedTest
    @CsvSource({
        "STATION,100,79", "STATION,1100,6", "STATION,1400,32", "SOCKET,300,125", "SOCKET,1200,16", "SOCKET,306,6",
        "SOCKET,320,6", "SOCKET,344,2", "SOCKET,374,4", "SOCKET,1201,5", "SOCKET,1210,2"
    })
    void holdsTheBlocksThatMastersReadWhenTheyPoll(RegisterBlock block, int start, int words) {
        assertThat(MAP.holds(block, start, words)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"STATION,99,1", "STATION,179,1", "STATION,178,2", "STATION,1432,1", "SOCKET,426,1", "SOCKET,1216,1",
        "SOCKET,100,1", "STATION,300,1", "STATION,-1,1", "STATION,1431,65535"})
    void holdsNothingWhereTheTableHasNothing(RegisterBlock block, int start, int words) {
        assertThat(MAP.holds(block, start, words)).isFalse();
    }

    @Test
    void letsMastersWriteOnlySetPointsAndTheNumberOfPhases() {
        assertThat(MAP.registers(RegisterBlock.STATION).stream().filter(Register::isWritable).map(Register::start))
                .containsExactly(1417, 1419, 1421);
        assertThat(MAP.registers(RegisterBlock.SOCKET).stream().filter(Register::isWritable).map(Register::start))
                .containsExactly(1210, 1215);
    }

    @Test
    void countsTheWordsThatATypeNeedsForEveryValue() {
        for (RegisterBlock block : RegisterBlock.values()) {
            for (Register register : MAP.registers(block)) {
                int needed = switch (register.type()) {
                    case STRING -> register.words();
                    case SIGNED16, UNSIGNED16 -> 1;
                    case UNSIGNED32, FLOAT32 -> 2;
                    case UNSIGNED64, FLOAT64 -> 4;
                };
                assertThat(register.words()).as(register.name()).isEqualTo(needed);
            }
        }
    }

    @Test
    void putsTheMeterValuesOneAfterTheOtherSoThatTheirOrderSaysWhereTheyAre() {
        for (int i = 0; i < 28; i++) {
            assertThat(MAP.at(RegisterBlock.SOCKET, Registers.METER_VALUES + 2 * i))
                    .hasValueSatisfying(r -> assertThat(r.type()).isEqualTo(RegisterType.FLOAT32));
        }
        for (int i = 0; i < 16; i++) {
            assertThat(MAP.at(RegisterBlock.SOCKET, Registers.METER_COUNTERS + 4 * i))
                    .hasValueSatisfying(r -> assertThat(r.type()).isEqualTo(RegisterType.FLOAT64));
        }
        assertThat(MAP.at(RegisterBlock.SOCKET, 344).orElseThrow().name()).isEqualTo("Real Power Sum");
        assertThat(MAP.at(RegisterBlock.SOCKET, 374).orElseThrow().name()).isEqualTo("Real Energy Delivered Sum");
    }

    @ParameterizedTest
    @CsvSource({"200,STATION", "1,SOCKET", "2,SOCKET"})
    void knowsTheBlockOfAUnit(int unit, RegisterBlock block) {
        assertThat(RegisterBlock.ofUnit(unit)).contains(block);
    }

    @Test
    void knowsNoOtherUnits() {
        assertThat(List.of(0, 3, 199, 201, 255).stream().flatMap(u -> RegisterBlock.ofUnit(u).stream())).isEmpty();
    }

    @Test
    void refusesATableWhoseValuesOverlap() {
        assertThatThrownBy(() -> RegisterMap.parse(List.of(
                        "head", "200\t1\t2\tFLOAT32\tr\t\tone\t", "200\t2\t1\tUNSIGNED16\tr\t\ttwo\t")))
                .hasMessageContaining("two lies on one");
    }
}
