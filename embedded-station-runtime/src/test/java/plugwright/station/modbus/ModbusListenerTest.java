package plugwright.station.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.SlaveResponder;

@Tag("EMS-1")
class ModbusListenerTest {

    private static final Ipv4Address HERE = Ipv4Address.parse("127.0.0.1").orElseThrow();
    private static final RegisterMap MAP = RegisterMap.shipped();

    /** Test time: the socket's own, and what is added to it. */
    private final AtomicLong ahead = new AtomicLong();

    private final ModbusListener listener = open(0);

    private ModbusListener open(int port) {
        return ((Outcome.Ok<ModbusListener>) ModbusListener.open(
                        HERE,
                        port,
                        new SlaveResponder(MAP, new SocketCount(MAP)),
                        MasterLimits.USUAL,
                        () -> new WireTime(System.nanoTime() + ahead.get())))
                .value();
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", listener.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String ask(Socket socket, String hex) throws IOException {
        socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
        byte[] head = socket.getInputStream().readNBytes(6);
        if (head.length < 6) {
            return "closed";
        }
        byte[] rest = socket.getInputStream().readNBytes(head[5]);
        return HexFormat.of().withUpperCase().formatHex(head) + HexFormat.of().withUpperCase().formatHex(rest);
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return !(reset instanceof java.net.SocketTimeoutException);
        }
    }

    @Test
    void answersWithTransactionAndUnitOfTheRequest() throws IOException {
        try (Socket master = connect()) {
            assertThat(ask(master, "1234 0000 0006 C8 03 0451 0001")).isEqualTo("123400000005C803020002");
            assertThat(ask(master, "FFFF 0000 0006 C8 06 0451 0001")).isEqualTo("FFFF00000003C88602");
        }
    }

    @Test
    void answersAllRequestsInOrderWhenTheyComeInOnePieceOrByteByByte() throws IOException {
        try (Socket master = connect()) {
            assertThat(ask(master, "0001 0000 0006 C8 03 0451 0001 0002 0000 0006 C8 03 0451 0001"))
                    .startsWith("0001");
            assertThat(HexFormat.of().formatHex(master.getInputStream().readNBytes(11))).startsWith("0002");
            for (byte b : HexFormat.of().parseHex("000300000006C803045100")) {
                master.getOutputStream().write(b);
                master.getOutputStream().flush();
            }
            assertThat(ask(master, "01")).startsWith("0003");
        }
    }

    @Test
    void closesTheThirdAtOnceAndServesItWhenAnotherHasLeft() throws IOException {
        Socket one = connect();
        try (Socket two = connect()) {
            assertThat(ask(one, "0001 0000 0006 C8 03 0451 0001")).startsWith("0001");
            assertThat(ask(two, "0002 0000 0006 C8 03 0451 0001")).startsWith("0002");
            try (Socket three = connect()) {
                assertThat(isClosed(three)).isTrue();
            }
            assertThat(ask(two, "0003 0000 0006 C8 03 0451 0001")).startsWith("0003");
            one.close();
            try (Socket again = connect()) {
                assertThat(ask(again, "0004 0000 0006 C8 03 0451 0001")).startsWith("0004");
            }
        }
    }

    @Test
    void closesAMasterThatIsSilentForAMinute() throws IOException {
        try (Socket silent = connect()) {
            await().until(() -> listener.connected() == 1);
            ahead.addAndGet(Duration.ofSeconds(58).toNanos());
            assertThat(ask(silent, "0001 0000 0006 C8 03 0451 0001")).startsWith("0001");
            ahead.addAndGet(Duration.ofSeconds(58).toNanos());
            assertThat(ask(silent, "0002 0000 0006 C8 03 0451 0001")).startsWith("0002");
            ahead.addAndGet(Duration.ofSeconds(60).toNanos());
            assertThat(isClosed(silent)).isTrue();
            await().until(() -> listener.connected() == 0);
        }
    }

    @Test
    void countsAsSilentWhoSendsBytesButNoWholeRequest() throws IOException {
        try (Socket dripping = connect()) {
            await().until(() -> listener.connected() == 1);
            ahead.addAndGet(Duration.ofSeconds(59).toNanos());
            dripping.getOutputStream().write(0);
            ahead.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(isClosed(dripping)).isTrue();
        }
    }

    /** Its answers fill the buffers between the two; then nothing more is heard from it. */
    @Test
    void closesAMasterThatDoesNotTakeItsAnswers() throws Exception {
        try (Socket deaf = connect()) {
            byte[] request = HexFormat.of().parseHex("000100000006C80304510001".repeat(1_000));
            Thread flood = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        deaf.getOutputStream().write(request);
                    }
                } catch (IOException closed) {
                    // as it should be
                }
            });
            long answered;
            do {
                answered = listener.counts().requests();
                assertThat(flood.join(Duration.ofSeconds(1))).isFalse();
            } while (listener.counts().requests() != answered);
            assertThat(answered).isPositive();
            ahead.addAndGet(Duration.ofSeconds(60).toNanos());
            assertThat(flood.join(Duration.ofSeconds(10))).isTrue();
            await().until(() -> listener.connected() == 0);
        }
    }

    @Test
    void closesAConnectionThatSpeaksSomethingElse() throws IOException {
        try (Socket web = connect()) {
            web.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(isClosed(web)).isTrue();
        }
    }

    @Test
    void freesThePortAndDropsTheMastersWhenItIsClosed() throws IOException {
        int port = listener.port();
        try (Socket master = connect()) {
            assertThat(ask(master, "0001 0000 0006 C8 03 0451 0001")).startsWith("0001");
            listener.close();
            assertThat(isClosed(master)).isTrue();
            ModbusListener again = open(port);
            again.close();
            again.close();
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        Outcome<ModbusListener> second = ModbusListener.open(
                HERE,
                listener.port(),
                new SlaveResponder(MAP, new SocketCount(MAP)),
                MasterLimits.USUAL,
                () -> new WireTime(System.nanoTime()));
        assertThat(second instanceof Outcome.Failed<ModbusListener>(Problem why) ? why.code() : null)
                .isEqualTo(ProblemCode.PORT_IN_USE);
    }
}
