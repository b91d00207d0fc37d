package plugwright.meter.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.meter.GridReading;
import plugwright.meter.map.Direction;
import plugwright.meter.map.FunctionCode;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.Register;
import plugwright.meter.map.RegisterType;
import plugwright.meter.map.Scale;
import plugwright.meter.map.WordOrder;
import plugwright.meter.modbus.Framing;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;

/** Against a socket that answers whatever a test wants. */
@Tag("MBM-3")
class ModbusMeterTest {

    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final int REQUEST_BYTES = 12;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : opened.reversed()) {
            closeable.close();
        }
    }

    /** Answers each request by what the function makes of it; an empty answer closes the connection. */
    private int serve(Function<byte[], byte[]> answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        opened.add(server);
        Thread.ofVirtual().start(() -> {
            while (true) {
                try (Socket socket = server.accept()) {
                    connections.incrementAndGet();
                    converse(socket, answer);
                } catch (IOException e) {
                    if (server.isClosed()) {
                        return;
                    }
                }
            }
        });
        return server.getLocalPort();
    }

    private void converse(Socket socket, Function<byte[], byte[]> answer) throws IOException {
        InputStream in = socket.getInputStream();
        while (true) {
            byte[] request = in.readNBytes(REQUEST_BYTES);
            if (request.length < REQUEST_BYTES) {
                return;
            }
            asked.add(request[11] & 0xFF);
            byte[] bytes = answer.apply(request);
            if (bytes.length == 0) {
                return;
            }
            socket.getOutputStream().write(bytes);
        }
    }

    private static byte[] answer(byte[] request, String body) {
        byte[] rest = HexFormat.ofDelimiter(" ").parseHex(body);
        byte[] bytes = new byte[6 + rest.length];
        bytes[0] = request[0];
        bytes[1] = request[1];
        bytes[5] = (byte) rest.length;
        System.arraycopy(rest, 0, bytes, 6, rest.length);
        return bytes;
    }

    private ModbusMeter meter(int port) {
        ModbusMeter meter = new ModbusMeter(new MeterAddress(new HostPort("127.0.0.1", port), Framing.TCP, 5, TIMEOUT));
        opened.add(meter);
        return meter;
    }

    private static MeterMap map(RegisterType type, Integer... registers) {
        return new MeterMap(
                "test",
                FunctionCode.HOLDING,
                WordOrder.HIGH_FIRST,
                Direction.NOT_TOLD,
                MeterMap.MODBUS_MAX_REGISTERS,
                MeterMap.Gaps.READABLE,
                List.of(registers).stream().map(r -> new Register(r, type, new Scale.Factor(0.01))).toList(),
                List.of(),
                List.of());
    }

    private static ProblemCode code(Outcome<GridReading> outcome) {
        return outcome instanceof Outcome.Failed<GridReading>(var problem) ? problem.code() : ProblemCode.BAD_ARGUMENT;
    }

    @Test
    void readsAndKeepsItsConnection() throws IOException {
        ModbusMeter meter = meter(serve(request -> answer(request, "05 03 02 04 D2")));
        for (int i = 0; i < 3; i++) {
            assertThat(meter.read(map(RegisterType.UINT16, 7)).map(GridReading::measured))
                    .isEqualTo(Outcome.ok(PhaseCurrents.ofMilliampere(12_340, 0, 0)));
        }
        assertThat(connections).hasValue(1);
    }

    /** After each of these the next answer, a good one, is read: nothing of the bad one is left over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "05 83 02          | METER_EXCEPTION",
        "05 83 0B          | METER_EXCEPTION",
        "06 03 02 00 01    | METER_REPLY_BROKEN",
        "05 04 02 00 01    | METER_REPLY_BROKEN",
        "05 03 01 00       | METER_REPLY_BROKEN",
        "05 03 04 00 01 02 03 | METER_REPLY_BROKEN",
        "05 03             | METER_REPLY_BROKEN",
        "05 03 02 FF FF    | METER_IMPLAUSIBLE",
    })
    void tellsWhatIsWrongWithAnAnswer(String body, ProblemCode expected) throws IOException {
        AtomicInteger count = new AtomicInteger();
        ModbusMeter meter = meter(serve(request ->
                answer(request, count.getAndIncrement() == 0 ? body.strip() : "05 03 02 04 D2")));
        assertThat(code(meter.read(map(RegisterType.UINT16, 7)))).isEqualTo(expected);
        assertThat(meter.read(map(RegisterType.UINT16, 7))).isInstanceOf(Outcome.Ok.class);
    }

    @ParameterizedTest
    @CsvSource({"7FC0, NaN", "7F80, infinite", "7E96, absurd"})
    void isImplausibleWhenAFloatIsNoCurrent(String highWord, String what) throws IOException {
        String body = "05 03 04 " + highWord.substring(0, 2) + " " + highWord.substring(2) + " 00 00";
        ModbusMeter meter = meter(serve(request -> answer(request, body)));
        assertThat(code(meter.read(map(RegisterType.FLOAT32, 7)))).as(what).isEqualTo(ProblemCode.METER_IMPLAUSIBLE);
    }

    @Test
    void timesOutWhenTheMeterIsAnswersNoMoreThanAByte() throws IOException {
        ModbusMeter silent = meter(serve(request -> new byte[] {request[0]}));
        assertThat(code(silent.read(map(RegisterType.UINT16, 7)))).isEqualTo(ProblemCode.METER_TIMEOUT);
        assertThat(asked).hasSize(1);
    }

    @Test
    void isBrokenWhenTheMeterHangsUp() throws IOException {
        ModbusMeter meter = meter(serve(request -> new byte[0]));
        assertThat(code(meter.read(map(RegisterType.UINT16, 7)))).isEqualTo(ProblemCode.METER_REPLY_BROKEN);
    }

    @Test
    void isRefusedWhenNothingListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(code(meter(port).read(map(RegisterType.UINT16, 7)))).isEqualTo(ProblemCode.METER_REFUSED);
        ModbusMeter udp = new ModbusMeter(new MeterAddress(new HostPort("127.0.0.1", port), Framing.UDP, 5, TIMEOUT));
        assertThat(code(udp.read(map(RegisterType.UINT16, 7)))).isEqualTo(ProblemCode.METER_REFUSED);
        udp.close();
    }

    /** A meter that has only 7 and 20 answers with exception 2 where more is read along: asked without, once for all. */
    @Test
    @Tag("MBM-2")
    void readsWithoutGapsWhenTheMeterDoesNotAllowThem() throws IOException {
        ModbusMeter meter = meter(serve(request ->
                answer(request, request[11] == 1 ? "05 03 02 00 64" : "05 83 02")));
        for (int i = 0; i < 2; i++) {
            assertThat(meter.read(map(RegisterType.UINT16, 7, 20)).map(GridReading::measured))
                    .isEqualTo(Outcome.ok(PhaseCurrents.ofMilliampere(1_000, 1_000, 0)));
        }
        assertThat(asked).containsExactly(14, 1, 1, 1, 1);
        assertThat(connections).hasValue(1);
    }

    @Test
    void findsAnotherConnectionWhenTheMeterWasRestarted() throws IOException {
        AtomicInteger count = new AtomicInteger();
        ModbusMeter meter = meter(serve(request ->
                count.incrementAndGet() == 2 ? new byte[0] : answer(request, "05 03 02 04 D2")));
        assertThat(meter.read(map(RegisterType.UINT16, 7))).isInstanceOf(Outcome.Ok.class);
        assertThat(code(meter.read(map(RegisterType.UINT16, 7)))).isEqualTo(ProblemCode.METER_REPLY_BROKEN);
        assertThat(meter.read(map(RegisterType.UINT16, 7))).isInstanceOf(Outcome.Ok.class);
        assertThat(connections).hasValue(2);
    }

    @Test
    void tellsNothingMoreOnceClosed() throws IOException {
        List<GridReading> readings = new CopyOnWriteArrayList<>();
        List<Problem> faults = new CopyOnWriteArrayList<>();
        int port = serve(request -> answer(request, "05 03 02 04 D2"));
        ModbusPoller poller = ModbusPoller.start(
                new MeterAddress(new HostPort("127.0.0.1", port), Framing.TCP, 5, TIMEOUT),
                Optional.of(map(RegisterType.UINT16, 7)),
                Duration.ofMillis(1),
                new ModbusEvents() {
                    @Override
                    public void reading(GridReading reading, WireTime sent, WireTime arrived) {
                        assertThat(arrived.since(sent)).isPositive();
                        readings.add(reading);
                    }

                    @Override
                    public void fault(Problem problem, WireTime at) {
                        faults.add(problem);
                    }
                },
                () -> new WireTime(System.nanoTime()));
        Awaitility.await().until(() -> readings.size() >= 3);
        poller.close();
        int then = readings.size();
        poller.close();
        assertThat(faults).isEmpty();
        assertThat(readings).hasSize(then);
    }

    @Test
    void saysUnknownHostAndNoRoute() {
        assertThat(ModbusMeter.problem(
                        new NoRouteToHostException("No route to host"),
                        new MeterAddress(new HostPort("192.0.2.7", 502), Framing.TCP, 1, TIMEOUT)).code())
                .isEqualTo(ProblemCode.METER_NO_ROUTE);
        assertThat(ModbusMeter.problem(
                        new SocketException("Network is unreachable"),
                        new MeterAddress(new HostPort("192.0.2.7", 502), Framing.UDP, 1, TIMEOUT)).code())
                .isEqualTo(ProblemCode.METER_NO_ROUTE);
        assertThat(new InetSocketAddress("no.such.host.invalid", 502).isUnresolved()).isTrue();
        ModbusMeter unknown = new ModbusMeter(
                new MeterAddress(new HostPort("no.such.host.invalid", 502), Framing.TCP, 1, TIMEOUT));
        assertThat(code(unknown.read(map(RegisterType.UINT16, 7)))).isEqualTo(ProblemCode.METER_UNKNOWN_HOST);
    }
}
