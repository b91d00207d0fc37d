package plugwright.station.meter;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.net.AbstractModbusListener;
import com.ghgande.j2mod.modbus.procimg.ProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.net.BindProblem;

/**
 * A Modbus meter to be asked over TCP, made of j2mod's messages: a socket, a thread for each master. What its registers
 * hold is asked for with each question. j2mod's own server is not used: it knows slaves by their port alone, and there
 * may be several at one port of different addresses.
 */
public final class ModbusMeterSlave implements AutoCloseable {

    /** A real meter has one to four. */
    private static final int MOST_MASTERS = 8;

    private static final int SILENT_MASTER_MILLIS = 60_000;
    private static final int DEVICE_FAILURE = 4;

    /** What a question meets. */
    public sealed interface Answer {

        /** Words by their addresses, as holding and as input registers. */
        record Registers(Map<Integer, Integer> words) implements Answer {}

        /** An exception: server device failure. */
        record Failure() implements Answer {}

        /** Nothing. */
        record Silence() implements Answer {}
    }

    private final ServerSocket server;
    private final int unit;
    private final Supplier<Answer> answers;
    private final Set<Socket> masters = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    private ModbusMeterSlave(ServerSocket server, int unit, Supplier<Answer> answers) {
        this.server = server;
        this.unit = unit;
        this.answers = answers;
        this.accepting = Thread.ofVirtual().name("meter slave " + server.getLocalPort()).unstarted(this::accept);
    }

    /**
     * Begins to answer.
     *
     * @param address where
     * @param port 0 takes any free one
     * @param unit who is asked; other units get no answer
     * @param answers asked on threads of this slave's
     * @return the slave, or PORT_IN_USE, PORT_NOT_ALLOWED
     */
    public static Outcome<ModbusMeterSlave> open(
            Ipv4Address address, int port, int unit, Supplier<Answer> answers) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port));
            ModbusMeterSlave slave = new ModbusMeterSlave(server, unit, answers);
            slave.accepting.start();
            return Outcome.ok(slave);
        } catch (IOException e) {
            return Outcome.failed(BindProblem.of(e, address.toString(), port));
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket master = server.accept();
                if (masters.size() >= MOST_MASTERS) {
                    master.close();
                    continue;
                }
                masters.add(master);
                Thread.ofVirtual().name("meter slave, a master").start(() -> serve(master));
            } catch (IOException e) {
                // closed, or one master less
            }
        }
    }

    private void serve(Socket master) {
        ModbusTCPTransport transport = new ModbusTCPTransport(master);
        transport.setTimeout(SILENT_MASTER_MILLIS);
        try (master) {
            while (!server.isClosed()) {
                answer(transport);
            }
        } catch (ModbusIOException | IOException e) {
            // gone, silent for a minute, or no Modbus
        } finally {
            masters.remove(master);
        }
    }

    private void answer(ModbusTCPTransport transport) throws ModbusIOException {
        Registers now = new Registers();
        ModbusRequest request = transport.readRequest(now);
        if (request.getUnitID() != unit) {
            return;
        }
        switch (answers.get()) {
            case Answer.Silence() -> {
                // the master waits in vain
            }
            case Answer.Failure() -> respond(transport, request, request.createExceptionResponse(DEVICE_FAILURE));
            case Answer.Registers(Map<Integer, Integer> words) -> {
                now.hold(words);
                respond(transport, request, request.createResponse(now));
            }
        }
    }

    private static void respond(ModbusTCPTransport transport, ModbusRequest request, ModbusResponse response)
            throws ModbusIOException {
        response.setTransactionID(request.getTransactionID());
        response.setProtocolID(request.getProtocolID());
        response.setUnitID(request.getUnitID());
        transport.writeResponse(response);
    }

    /** What j2mod's messages look into; it listens to nothing. */
    private static final class Registers extends AbstractModbusListener {

        private final SimpleProcessImage image = new SimpleProcessImage();

        void hold(Map<Integer, Integer> words) {
            words.forEach((address, word) -> {
                image.addRegister(address, new SimpleRegister(word));
                image.addInputRegister(address, new SimpleInputRegister(word));
            });
        }

        @Override
        public ProcessImage getProcessImage(int itsUnit) {
            return image;
        }

        @Override
        public void run() {
            // nothing runs
        }

        @Override
        public void stop() {
            // nothing runs
        }
    }

    /** No more answers; masters are cut off. Never throws. */
    @Override
    public void close() {
        close(server);
        masters.forEach(ModbusMeterSlave::close);
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // closed is closed
        }
    }
}
