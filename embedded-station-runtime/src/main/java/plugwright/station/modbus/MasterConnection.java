package plugwright.station.modbus;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.WireTime;
import plugwright.wire.modbus.MbapFrame;
import plugwright.wire.modbus.MbapReader;
import plugwright.wire.modbus.SlaveResponder;

/** One master's connection: answers its requests in the order they come, until either side ends it. */
final class MasterConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MasterConnection.class);

    private final Socket socket;
    private final Ipv4Address address;
    private final SlaveResponder responder;
    private final Supplier<WireTime> clock;
    private final MasterTally tally;
    private volatile WireTime lastHeard;

    MasterConnection(
            Socket socket,
            Ipv4Address address,
            SlaveResponder responder,
            Supplier<WireTime> clock,
            MasterTally tally) {
        this.socket = socket;
        this.address = address;
        this.responder = responder;
        this.clock = clock;
        this.tally = tally;
        this.lastHeard = clock.get();
    }

    Ipv4Address address() {
        return address;
    }

    /** When it connected or its last whole request came. */
    WireTime lastHeard() {
        return lastHeard;
    }

    /** Returns when the connection has ended or what comes is no Modbus. */
    void run() {
        try {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            MbapReader reader = new MbapReader();
            byte[] buffer = new byte[MbapFrame.MOST_BYTES];
            int have = in.read(buffer);
            while (have >= 0) {
                int at = 0;
                while (at < have) {
                    at += reader.take(buffer, at, have);
                    answerAll(reader, out);
                    if (reader.isBroken()) {
                        tally.foreign(address);
                        return;
                    }
                }
                have = in.read(buffer);
            }
        } catch (IOException ended) {
            LOG.debug("Modbus master {}: {}", address, ended.toString());
        }
    }

    private void answerAll(MbapReader reader, OutputStream out) throws IOException {
        Optional<MbapFrame> request = reader.next();
        while (request.isPresent()) {
            MbapFrame asked = request.get();
            lastHeard = clock.get();
            tally.request();
            byte[] pdu = responder.answer(asked.unit(), asked.pdu(), address);
            out.write(new MbapFrame(asked.transaction(), asked.unit(), pdu).bytes());
            request = reader.next();
        }
    }

    /** Ends it from any thread. Never throws. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException late) {
            LOG.debug("Modbus master {} does not close cleanly: {}", address, late.toString());
        }
    }
}
