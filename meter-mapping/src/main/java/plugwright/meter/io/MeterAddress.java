package plugwright.meter.io;

import java.time.Duration;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.model.HostPort;

/**
 * Where a Modbus meter answers.
 *
 * @param at host and port
 * @param framing how messages travel
 * @param unit 0 to 255; behind a gateway several share an address
 * @param timeout for connecting, and for each answer
 */
public record MeterAddress(HostPort at, Framing framing, int unit, Duration timeout) {

    /** Modbus TCP. */
    public static final int MODBUS_PORT = 502;

    public MeterAddress {
        if (unit < 0 || unit > ReadRequest.LAST_UNIT) {
            throw new IllegalArgumentException("unit " + unit + " does not fit a Modbus message");
        }
    }
}
