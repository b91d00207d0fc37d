package plugwright.meter.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
@Tag("EMS-1")
class ModbusSlaveFuzz {

    @FuzzTest(maxExecutions = FuzzBounds.EXECUTIONS, maxDuration = FuzzBounds.LONGEST)
    void takesAnyRequest(byte[] bytes) {
        ModbusSlaveTarget.fuzzerTestOneInput(bytes);
    }
}
