package plugwright.station.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.WireTime;
import plugwright.wire.modbus.ModbusFault;
import plugwright.wire.modbus.RegisterBlock;
import plugwright.wire.modbus.RegisterImage;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.RegisterWrite;
import plugwright.wire.modbus.SlaveResponder;
import plugwright.wire.modbus.SlaveStation;

/** Masters that send what is no Modbus, too much, or come in crowds: bounded, counted, and no others suffer. */
@Tag("EMS-1")
class BadMastersTest {

    private static final Ipv4Address HERE = Ipv4Address.parse("127.0.0.1").orElseThrow();
    private static final RegisterMap MAP = RegisterMap.shipped();
    private static final String READ = "0001 0000 0006 C8 03 0451 0001";

    private final List<RegisterWrite> written = new CopyOnWriteArrayList<>();

    private final SlaveStation station = new SlaveStation() {
        @Override
        public Permission permission() {
            return Permission.READ_AND_WRITE;
        }

        @Override
        public Optional<RegisterImage> image(int unit) {
            return RegisterBlock.ofUnit(unit).map(block -> new RegisterImage(MAP, block));
        }

        @Override
        public Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master) {
            written.addAll(writes);
            return Optional.empty();
        }
    };

    private final ModbusListener listener = ((Outcome.Ok<ModbusListener>) ModbusListener.open(
                    HERE,
                    0,
                    new SlaveResponder(MAP, station),
                    MasterLimits.USUAL,
                    () -> new WireTime(System.nanoTime())))
            .value();

    @AfterEach
    void close() {
        listener.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", listener.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static void assertAnswers(Socket master) throws IOException {
        master.getOutputStream().write(bytes(READ));
        assertThat(master.getInputStream().readNBytes(11)).hasSize(11);
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return !(reset instanceof java.net.SocketTimeoutException);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0001 0001 0006 01 10 04BA 0002, other protocol",
        "0001 0000 0000 01 10 04BA 0002, no length",
        "0001 0000 0001 01 10 04BA 0002, a unit alone",
        "0001 0000 00FF 01 10 04BA 0002, longer than a frame can be",
        "0001 0000 FFFF 01 10 04BA 0002, much longer",
        "1603 0100 C801 00 00 0000 0000, TLS"
    })
    void endsAConnectionOfWhichTheNextFrameCannotBeFoundAndCountsIt(String hex, String what) throws IOException {
        try (Socket other = connect();
                Socket bad = connect()) {
            bad.getOutputStream().write(bytes(hex));
            assertThat(isClosed(bad)).as(what).isTrue();
            assertThat(listener.counts().foreign()).isEqualTo(1);
            assertThat(written).isEmpty();
            assertAnswers(other);
        }
    }

    /** 16.0 A to 1210, cut off after each of its bytes. */
    @Test
    void takesNothingOfARequestThatIsCutOff() throws IOException {
        byte[] request = bytes("0001 0000 000B 01 10 04BA 0002 04 41800000");
        for (int length = 1; length < request.length; length++) {
            try (Socket half = connect()) {
                half.getOutputStream().write(request, 0, length);
            }
            await().until(() -> listener.connected() == 0);
        }
        assertThat(written).isEmpty();
        try (Socket whole = connect()) {
            whole.getOutputStream().write(request);
            assertThat(whole.getInputStream().readNBytes(12)).hasSize(12);
        }
        assertThat(written).hasSize(1);
    }

    @Test
    void answersTheOtherMasterWhileOneFloods() throws Exception {
        int count = 20_000;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.write(bytes(READ));
        }
        try (Socket flooding = connect();
                Socket other = connect()) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    flooding.getOutputStream().write(all.toByteArray());
                } catch (IOException closed) {
                    throw new IllegalStateException(closed);
                }
            });
            for (int i = 0; i < 20; i++) {
                assertAnswers(other);
            }
            assertThat(flooding.getInputStream().readNBytes(11 * count)).hasSize(11 * count);
            writer.join();
            assertThat(listener.counts().requests()).isEqualTo(count + 20);
        }
    }

    @Test
    void keepsServingItsTwoMastersWhenAThousandOthersConnect() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (Socket one = connect();
                Socket two = connect()) {
            assertAnswers(one);
            assertAnswers(two);
            for (int i = 0; i < 1_000; i++) {
                Socket another = connect();
                crowd.add(another);
                assertThat(isClosed(another)).isTrue();
                assertThat(listener.connected()).isEqualTo(2);
            }
            await().until(() -> listener.counts().tooMany() == 1_000);
            assertAnswers(one);
            assertAnswers(two);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
        await().until(() -> listener.connected() == 0);
        try (Socket again = connect()) {
            assertAnswers(again);
        }
    }
}
