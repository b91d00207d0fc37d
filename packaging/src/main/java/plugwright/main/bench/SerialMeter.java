package plugwright.main.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import plugwright.meter.Crc16;

/** A P1 meter at a serial device: a pair of them made by socat, at whose other end a station reads. */
final class SerialMeter implements AutoCloseable {

    private static final int PHASES = 3;

    private final Process socat;
    private final Path here;
    private final Path there;
    private int second;

    /**
     * @param folder where the devices' names are made
     * @throws IOException where there is no socat
     */
    SerialMeter(Path folder) throws IOException {
        Files.createDirectories(folder);
        here = folder.resolve("meter");
        there = folder.resolve("reader");
        socat = new ProcessBuilder("socat", "pty,rawer,link=" + here, "pty,rawer,link=" + there)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The device at which to read. */
    String reader() {
        return there.toString();
    }

    /**
     * Writes a telegram, each a second later than the one before.
     *
     * @param ampere on each phase
     * @return when its last byte was written, in ns
     */
    long send(int ampere) throws IOException {
        second++;
        StringBuilder body = new StringBuilder(String.format(
                "/PLW5BENCH\r\n\r\n1-3:0.2.8(50)\r\n0-0:1.0.0(260601%02d%02d%02dS)\r\n",
                second / 3_600, second / 60 % 60, second % 60));
        for (int phase = 0; phase < PHASES; phase++) {
            int at = 20 * phase;
            body.append(String.format("1-0:%d.7.0(%03d.00*A)\r\n", 31 + at, ampere));
            body.append(String.format("1-0:%d.7.0(%02d.%03d*kW)\r\n", 21 + at, ampere * 230 / 1_000, ampere * 230 % 1_000));
            body.append(String.format("1-0:%d.7.0(230.0*V)\r\n", 32 + at));
        }
        byte[] bytes = body.append('!').toString().getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(here)) {
            out.write(bytes);
            out.write(String.format("%04X\r\n", Crc16.arc(bytes, 0, bytes.length)).getBytes(StandardCharsets.US_ASCII));
        }
        return System.nanoTime();
    }

    @Override
    public void close() {
        socat.destroy();
        try {
            socat.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
