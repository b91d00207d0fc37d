package plugwright.station.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.meter.io.LineState;
import plugwright.meter.io.P1Events;
import plugwright.meter.io.P1SerialReader;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.WireTime;

/** A pair of serial devices made by socat: the reader at one end, the meter at the other; the cable is pulled. */
@Tag("peers")
@Tag("P1-2")
class P1SerialTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<P1Telegram> telegrams = new CopyOnWriteArrayList<>();
    private final List<P1Fault> faults = new CopyOnWriteArrayList<>();
    private final List<LineState> lines = new CopyOnWriteArrayList<>();
    private SerialCable cable;

    @BeforeEach
    void cable() {
        cable = new SerialCable(folder);
    }

    @AfterEach
    void pull() throws InterruptedException {
        cable.pull();
    }

    private void send(int second) throws IOException {
        cable.send("/XMX5LGF\r\n\r\n1-3:0.2.8(50)\r\n0-0:1.0.0(2606010000" + String.format("%02d", second)
                + "S)\r\n1-0:31.7.0(0" + (10 + second) + "*A)\r\n", 0);
    }

    private P1Events events() {
        return new P1Events() {
            @Override
            public void telegram(P1Telegram telegram, WireTime arrived) {
                telegrams.add(telegram);
            }

            @Override
            public void refused(P1Fault fault, WireTime arrived) {
                faults.add(fault);
            }

            @Override
            public void line(LineState state) {
                lines.add(state);
            }
        };
    }

    @Test
    void readsThroughASerialDeviceAndAgainAfterItWasUnplugged() throws Exception {
        String device = cable.device();
        try (P1SerialReader _ = P1SerialReader.start(device, events(), () -> new WireTime(System.nanoTime()))) {
            Awaitility.await().atMost(PATIENCE).until(() -> !lines.isEmpty());
            cable.plug();
            Awaitility.await().atMost(PATIENCE).until(() -> lines.size() == 2);
            send(1);
            Awaitility.await().atMost(PATIENCE).until(() -> telegrams.size() == 1);
            cable.pull();
            Awaitility.await().atMost(PATIENCE).until(() -> lines.size() == 3);
            cable.plug();
            Awaitility.await().atMost(PATIENCE).until(() -> lines.size() == 4);
            send(2);
            Awaitility.await().atMost(PATIENCE).until(() -> telegrams.size() == 2);
        }
        assertThat(lines)
                .containsExactly(
                        new LineState.Lost(Problem.of(ProblemCode.SERIAL_UNUSABLE, device)),
                        new LineState.Open(),
                        new LineState.Lost(Problem.of(ProblemCode.SERIAL_LOST, device)),
                        new LineState.Open());
        assertThat(telegrams).extracting(t -> t.phases().getFirst().milliampere().getAsInt())
                .containsExactly(11_000, 12_000);
        assertThat(faults).isEmpty();
    }
}
