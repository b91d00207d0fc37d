package plugwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.model.StationId;
import plugwright.session.FilePins;
import plugwright.session.Fingerprint;
import plugwright.settings.FileJournal;
import plugwright.settings.Journal;

class SharedFileTest {

    private static final StationId STATION = new StationId("ACE0104711");
    private static final int EACH = 60;

    /** So many make each other's reading old within microseconds. */
    private static final List<String> WINDOWS = List.of("left", "right");

    @TempDir
    private Path folder;

    /** A window of the tool that accepts and saves, over and over. */
    static final class Window {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            String name = arguments[1];
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            work(folder, name);
        }
    }

    private static void work(Path folder, String name) {
        FilePins pins = new FilePins(folder.resolve("certificates"));
        FileJournal journal = new FileJournal(folder.resolve("journal"));
        for (int i = 0; i < EACH; i++) {
            pins.accept(STATION, name + i, fingerprint(i));
            journal.keep(entry(name + i));
        }
    }

    private static Fingerprint fingerprint(int i) {
        return new Fingerprint("%064x".formatted(i + 1));
    }

    private static Journal.Entry entry(String who) {
        return new Journal.Entry(
                Instant.EPOCH, STATION, who, Map.of(Known.STATION_MAX_CURRENT, PropertyValue.of(32.0)));
    }

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Window.class.getName(),
                        folder.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void losesNothingWhenTwoProcessesKeepAtTheSameTime() throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            for (String name : WINDOWS) {
                processes.add(start(name));
            }
            for (Process process : processes) {
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            for (Process process : processes) {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        assertNothingLost();
    }

    @Test
    void losesNothingWhenTwoWindowsOfOneProcessKeepAtTheSameTime() throws Exception {
        List<Thread> threads = WINDOWS.stream()
                .map(name -> Thread.ofPlatform().start(() -> work(folder, name)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertNothingLost();
    }

    private void assertNothingLost() {
        FilePins pins = new FilePins(folder.resolve("certificates"));
        Set<String> who = new HashSet<>();
        new FileJournal(folder.resolve("journal")).all(STATION).forEach(e -> who.add(e.who()));
        for (String name : WINDOWS) {
            for (int i = 0; i < EACH; i++) {
                assertThat(pins.find(STATION, name + i)).contains(fingerprint(i));
                assertThat(who).contains(name + i);
            }
        }
    }

    @Test
    void seesAtOnceWhatAnotherWindowAccepted() {
        FilePins one = new FilePins(folder.resolve("certificates"));
        FilePins other = new FilePins(folder.resolve("certificates"));
        assertThat(one.find(STATION, "10.0.3.21")).isEmpty();
        other.accept(STATION, "10.0.3.21", fingerprint(1));
        assertThat(one.find(STATION, "10.0.3.21")).contains(fingerprint(1));
        one.accept(STATION, "10.0.3.21", fingerprint(2));
        assertThat(other.find(STATION, "10.0.3.21")).contains(fingerprint(2));
    }

    @Test
    void remembersForThisRunWhatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "not a folder");
        FilePins pins = new FilePins(folder.resolve("file/certificates"));
        pins.accept(STATION, "10.0.3.21", fingerprint(1));
        assertThat(pins.find(STATION, "10.0.3.21")).contains(fingerprint(1));
    }
}
