package plugwright.meter.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
@Tag("MBM-3")
class RegisterFuzz {

    @FuzzTest(maxExecutions = FuzzBounds.EXECUTIONS, maxDuration = FuzzBounds.LONGEST)
    void takesAnyAnswer(byte[] bytes) {
        RegisterTarget.fuzzerTestOneInput(bytes);
    }
}
