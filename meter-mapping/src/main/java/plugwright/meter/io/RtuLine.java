package plugwright.meter.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.meter.modbus.Reply;

/** RTU frames over TCP; j2mod reads their checksum and throws it away, so that they are read here. */
final class RtuLine implements ModbusLine {

    private final Socket socket;
    private final Duration timeout;
    private final byte[] received = new byte[Reply.MAX_BYTES];

    private RtuLine(Socket socket, Duration timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    static RtuLine open(MeterAddress meter) throws IOException {
        Socket socket = new Socket();
        RtuLine line = new RtuLine(socket, meter.timeout());
        try {
            InetSocketAddress address =
                    new InetSocketAddress(meter.at().host(), meter.at().port());
            if (address.isUnresolved()) {
                throw new UnknownHostException(meter.at().host());
            }
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) meter.timeout().toMillis());
            return line;
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /** The whole answer has the time, not each piece: a meter that dribbles does not hold the line for ever. */
    @Override
    public Reply ask(ReadRequest request) throws IOException {
        socket.getOutputStream().write(request.bytes(Framing.RTU_OVER_TCP));
        long deadline = System.nanoTime() + timeout.toNanos();
        int length = 0;
        Reply reply = new Reply.Incomplete();
        while (reply instanceof Reply.Incomplete) {
            long left = (deadline - System.nanoTime()) / Duration.ofMillis(1).toNanos();
            if (left <= 0) {
                throw new SocketTimeoutException("no whole answer");
            }
            socket.setSoTimeout((int) left);
            int count = socket.getInputStream().read(received, length, received.length - length);
            if (count < 0) {
                return length == 0
                        ? new Reply.Broken("the connection was closed")
                        : new Reply.Broken("it ends after " + length + " bytes");
            }
            length += count;
            reply = Reply.of(request, Framing.RTU_OVER_TCP, received, length);
        }
        return reply;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
