package plugwright.station.p1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.meter.Crc16;
import plugwright.model.PhaseCurrents;
import plugwright.model.WireTime;
import plugwright.station.engine.GridReading;
import plugwright.station.log.LogLevel;

/** A meter at one end of a pair of serial devices made by socat, a station's P1 port at the other. */
@Tag("peers")
class P1StationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<GridReading> readings = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Process cable = new ProcessBuilder("true").start();

    P1StationTest() throws IOException {}

    @AfterEach
    void pull() throws InterruptedException {
        cable.destroy();
        cable.waitFor();
    }

    private void plug() throws IOException {
        cable = new ProcessBuilder(
                        "socat", "pty,rawer,link=" + folder.resolve("meter"), "pty,rawer,link=" + folder.resolve("reader"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await().atMost(PATIENCE).until(() ->
                Files.exists(folder.resolve("reader")) && Files.exists(folder.resolve("meter")));
    }

    private void send(String version, int crcOff) throws IOException {
        String body = "/XMX5LGF\r\n\r\n1-3:0.2.8(" + version + ")\r\n0-0:1.0.0(260601000001S)\r\n"
                + "1-0:31.7.0(012*A)\r\n1-0:21.7.0(00.000*kW)\r\n1-0:22.7.0(02.760*kW)\r\n1-0:32.7.0(230.0*V)\r\n!";
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        String crc = String.format("%04X\r\n", Crc16.arc(bytes, 0, bytes.length) ^ crcOff);
        try (OutputStream out = Files.newOutputStream(folder.resolve("meter"))) {
            out.write((body + crc).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private P1Port open() {
        return P1Port.open(
                folder.resolve("reader").toString(),
                new P1Port.Station() {
                    @Override
                    public void metered(GridReading reading) {
                        readings.add(reading);
                    }

                    @Override
                    public void note(LogLevel level, String text) {
                        lines.add(text);
                    }
                },
                () -> new WireTime(System.nanoTime()));
    }

    @Test
    @Tag("P1-2")
    @Tag("ALB-6")
    void handsOnSignedCurrentsWithTheirAgeAndWritesTheGuidesLine() throws Exception {
        plug();
        try (P1Port _ = open()) {
            Awaitility.await().atMost(PATIENCE).until(() -> lines.contains("P1 port open"));
            send("50", 0);
            Awaitility.await().atMost(PATIENCE).until(() -> readings.size() == 1);
            send("50", 1);
            Awaitility.await().atMost(PATIENCE).until(() -> lines.contains("P1 Device failure: Read CRC Error"));
            send("42", 0);
            Awaitility.await().atMost(PATIENCE).until(() -> readings.size() == 2);
        }
        assertThat(readings).containsExactly(
                new GridReading(PhaseCurrents.ofMilliampere(-11_000, 0, 0), 1_000, 1_000),
                new GridReading(PhaseCurrents.ofMilliampere(-11_000, 0, 0), 5_000, 5_000));
        assertThat(lines).containsExactly("P1 port open", "P1 Device failure: Read CRC Error");
    }
}
