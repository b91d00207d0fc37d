package plugwright.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import plugwright.proof.command.ProofMain;

class HouseProofTest {

    @Test
    void reportsEachDayAsAValueALine() {
        StringWriter out = new StringWriter();
        int code = ProofMain.run(
                new PrintWriter(out, true), "house", "--days", "2", "--meter", "p1-4", "--seed", "7", "--json");
        assertThat(code).isZero();
        assertThat(out.toString().lines().toList()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("\"held\":true", "\"meter\":\"p1-4\"", "\"longestAboveMillis\""));
    }

    @Test
    void refusesAMeterThatItDoesNotKnow() {
        assertThat(ProofMain.run(new PrintWriter(new StringWriter()), "house", "--meter", "p1-3")).isNotZero();
    }
}
