package plugwright.meter.io;

import java.io.IOException;
import plugwright.meter.modbus.ReadRequest;
import plugwright.meter.modbus.Reply;

/** An open connection that answers one request at a time. */
interface ModbusLine extends AutoCloseable {

    /**
     * Sends and waits.
     *
     * @return an answer, a refusal or what is wrong with it; never incomplete
     * @throws java.net.SocketTimeoutException if no answer came in time
     * @throws IOException if the connection broke
     */
    Reply ask(ReadRequest request) throws IOException;

    @Override
    void close();
}
