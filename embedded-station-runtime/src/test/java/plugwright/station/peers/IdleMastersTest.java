package plugwright.station.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.WireTime;
import plugwright.station.modbus.MasterLimits;
import plugwright.station.modbus.ModbusListener;
import plugwright.station.modbus.SocketCount;
import plugwright.station.peers.Master.Kind;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.SlaveResponder;

/** A master that is silent for a minute loses its connection, sees that, and is served when it comes again. */
@Tag("peers")
@Tag("EMS-1")
@Tag("EMS-4")
class IdleMastersTest {

    private static final String HERE = "127.0.0.1";
    private static final RegisterMap MAP = RegisterMap.shipped();
    private static final Duration MINUTE = Duration.ofSeconds(60);

    /** A minute need not be waited for. */
    private final AtomicLong ahead = new AtomicLong();

    private final ModbusListener listener = ((Outcome.Ok<ModbusListener>) ModbusListener.open(
                    Ipv4Address.parse(HERE).orElseThrow(),
                    0,
                    new SlaveResponder(MAP, new SocketCount(MAP)),
                    MasterLimits.USUAL,
                    () -> new WireTime(System.nanoTime() + ahead.get())))
            .value();

    @AfterEach
    void close() {
        listener.close();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "MBPOLL", mode = EnumSource.Mode.EXCLUDE)
    void losesItsConnectionAndConnectsAgain(Kind kind) {
        try (Master master = Master.of(kind, HERE, listener.port())) {
            master.connect();
            assertThat(master.read(200, 1105, 1).words()).containsExactly(2);
            ahead.addAndGet(MINUTE.toNanos());
            await().until(() -> listener.connected() == 0);
            assertThat(master.read(200, 1105, 1).isGood()).isFalse();
            master.disconnect();
            master.connect();
            assertThat(master.read(200, 1105, 1).words()).containsExactly(2);
        }
    }

    /** It polls by itself, here each five seconds. */
    @Test
    void losesTheConnectionOfMbpoll() throws IOException {
        Process mbpoll = new ProcessBuilder("stdbuf", "-oL", "mbpoll", "-m", "tcp", "-0", "-l", "5000", "-a", "200", "-r", "1105",
                        "-p", Integer.toString(listener.port()), HERE)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = mbpoll.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.startsWith("[1105]")) {
                line = output.readLine();
            }
            assertThat(line).endsWith("2");
            ahead.addAndGet(MINUTE.toNanos());
            await().until(() -> listener.connected() == 0);
            while (line != null && !line.contains("failed")) {
                line = output.readLine();
                assertThat(line).doesNotStartWith("[1105]");
            }
            assertThat(line).contains("failed");
        } finally {
            mbpoll.destroy();
        }
    }
}
