package plugwright.meter.io;

import plugwright.meter.GridReading;
import plugwright.model.Problem;
import plugwright.model.WireTime;

/** What a polled Modbus meter says; told one after the other, on the poller's thread. */
public interface ModbusEvents {

    /** A reading; its age is uncertain by half of the time between. */
    void reading(GridReading reading, WireTime asked, WireTime arrived);

    /** This time there was none. */
    void fault(Problem problem, WireTime at);
}
