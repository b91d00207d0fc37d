package plugwright.meter.io;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.meter.modbus.Reply;

/** Modbus messages in datagrams. Connected, so that only the meter's are taken and a refusal is heard of. */
final class UdpLine implements ModbusLine {

    private final DatagramSocket socket;
    private final Duration timeout;
    private final byte[] received = new byte[Reply.MAX_BYTES + 1];

    private UdpLine(DatagramSocket socket, Duration timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    static UdpLine open(MeterAddress meter) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(meter.at().host(), meter.at().port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(meter.at().host());
        }
        DatagramSocket socket = new DatagramSocket();
        try {
            socket.connect(address);
            return new UdpLine(socket, meter.timeout());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Reply ask(ReadRequest request) throws IOException {
        byte[] bytes = request.bytes(Framing.UDP);
        socket.send(new DatagramPacket(bytes, bytes.length));
        long deadline = System.nanoTime() + timeout.toNanos();
        Reply reply = new Reply.Foreign();
        while (reply instanceof Reply.Foreign) {
            long left = (deadline - System.nanoTime()) / Duration.ofMillis(1).toNanos();
            if (left <= 0) {
                throw new SocketTimeoutException("no answer");
            }
            socket.setSoTimeout((int) left);
            DatagramPacket packet = new DatagramPacket(received, received.length);
            socket.receive(packet);
            reply = Reply.of(request, Framing.UDP, received, packet.getLength());
        }
        return reply;
    }

    @Override
    public void close() {
        socket.close();
    }
}
