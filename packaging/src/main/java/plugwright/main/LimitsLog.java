package plugwright.main;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteSnapshot;

/**
 * Writes what every vehicle is told ten times a second into a file, for someone else to add up: one line a socket with
 * the machine's time in ms, the station's serial number, the socket, and the limit in mA; separated by blanks.
 * Ends with the program.
 */
final class LimitsLog {

    private static final Logger LOG = LoggerFactory.getLogger(LimitsLog.class);

    private static final Duration PACE = Duration.ofMillis(100);

    private final SimulatedSite site;
    private final BufferedWriter file;

    private LimitsLog(SimulatedSite site, BufferedWriter file) {
        this.site = site;
        this.file = file;
    }

    /** @return the log, writing from now on, or FILE_UNWRITABLE */
    static Outcome<LimitsLog> open(SimulatedSite site, Path path) {
        try {
            BufferedWriter file = Files.newBufferedWriter(
                    path, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            LimitsLog log = new LimitsLog(site, file);
            Thread.ofVirtual().name("limits").start(log::run);
            return Outcome.ok(log);
        } catch (IOException refused) {
            return Outcome.failed(
                    ProblemCode.FILE_UNWRITABLE, path.toString(), String.valueOf(refused.getMessage()));
        }
    }

    private void run() {
        try (file) {
            while (!Thread.currentThread().isInterrupted()) {
                write();
                Thread.sleep(PACE);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (IOException refused) {
            LOG.warn("limits are no longer written: {}", refused.toString());
        }
    }

    private void write() throws IOException {
        for (SiteSnapshot.StationView station : site.snapshot().stations()) {
            long now = System.currentTimeMillis();
            for (SocketSnapshot socket : station.inside().sockets()) {
                file.write(String.format(
                        Locale.ROOT,
                        "%d %s %d %d%n",
                        now,
                        station.access().serial().serial(),
                        socket.number().number(),
                        socket.offer().told().milliampere()));
            }
        }
        file.flush();
    }
}
