package plugwright.meter.io;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import plugwright.meter.map.FunctionCode;
import plugwright.meter.map.RegisterBlock;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.meter.modbus.Reply;

/**
 * Modbus TCP by j2mod, which writes requests and cuts answers out of the stream. What it made of an answer is not
 * believed but the bytes themselves: {@link Reply} judges each of them, whatever j2mod thinks of it.
 */
final class J2modLine implements ModbusLine {

    private final WatchedSocket socket;
    private final ModbusTCPTransport transport;

    private J2modLine(WatchedSocket socket, ModbusTCPTransport transport) {
        this.socket = socket;
        this.transport = transport;
    }

    static J2modLine open(MeterAddress meter) throws IOException {
        WatchedSocket socket = new WatchedSocket(meter.timeout());
        try {
            InetSocketAddress address =
                    new InetSocketAddress(meter.at().host(), meter.at().port());
            if (address.isUnresolved()) {
                throw new UnknownHostException(meter.at().host());
            }
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) meter.timeout().toMillis());
            return new J2modLine(socket, new ModbusTCPTransport(socket));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Reply ask(ReadRequest request) throws IOException {
        socket.begin();
        try {
            transport.writeRequest(message(request));
            transport.readResponse();
        } catch (ModbusIOException e) {
            // What kept it from reading is known below, from the stream itself.
        }
        Reply reply = Reply.of(request, Framing.TCP, socket.received(), socket.length());
        if (!(reply instanceof Reply.Incomplete)) {
            return reply;
        }
        socket.rethrow();
        return socket.length() == 0
                ? new Reply.Broken("the connection was closed")
                : new Reply.Broken("it ends after " + socket.length() + " bytes");
    }

    private static ModbusRequest message(ReadRequest request) {
        RegisterBlock block = request.block();
        ModbusRequest message = request.function() == FunctionCode.INPUT
                ? new ReadInputRegistersRequest(block.address(), block.count())
                : new ReadMultipleRegistersRequest(block.address(), block.count());
        message.setTransactionID(request.transaction());
        message.setProtocolID(0);
        message.setUnitID(request.unit());
        return message;
    }

    @Override
    public void close() {
        try {
            transport.close();
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
