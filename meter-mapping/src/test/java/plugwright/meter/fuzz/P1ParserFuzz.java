package plugwright.meter.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
@Tag("P1-1")
class P1ParserFuzz {

    @FuzzTest(maxExecutions = FuzzBounds.EXECUTIONS, maxDuration = FuzzBounds.LONGEST)
    void takesAnyBytes(byte[] bytes) {
        P1ParserTarget.fuzzerTestOneInput(bytes);
    }
}
