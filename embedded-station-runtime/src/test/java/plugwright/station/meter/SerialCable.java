package plugwright.station.meter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import plugwright.meter.Crc16;

/** A pair of serial devices made by socat: a reader at one end, a meter that a test plays at the other. */
public final class SerialCable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private Optional<Process> socat = Optional.empty();

    /** A cable that is not plugged in yet. */
    public SerialCable(Path folder) {
        this.folder = folder;
    }

    /** Name of the reader's device. */
    public String device() {
        return folder.resolve("reader").toString();
    }

    private Path meter() {
        return folder.resolve("meter");
    }

    /** Until both devices are there. */
    public void plug() throws IOException {
        socat = Optional.of(new ProcessBuilder("socat", "pty,rawer,link=" + meter(), "pty,rawer,link=" + device())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(Path.of(device())) && Files.exists(meter()));
    }

    public void pull() throws InterruptedException {
        if (socat.isPresent()) {
            socat.get().destroy();
            socat.get().waitFor();
        }
    }

    /**
     * Sends a telegram.
     *
     * @param body from the slash to before the exclamation mark
     * @param crcOff what the checksum is made wrong by; 0 for a right one
     */
    public void send(String body, int crcOff) throws IOException {
        byte[] bytes = (body + "!").getBytes(StandardCharsets.US_ASCII);
        String crc = String.format("%04X\r\n", Crc16.arc(bytes, 0, bytes.length) ^ crcOff);
        try (OutputStream out = Files.newOutputStream(meter())) {
            out.write(bytes);
            out.write(crc.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
