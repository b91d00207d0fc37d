package plugwright.station.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

class StateLockTest {

    @TempDir
    private Path folder;

    private static ProblemCode code(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).problem().code();
    }

    @Test
    void refusesASecondHolderUntilTheFirstLetsGo() {
        StateLock first = ((Outcome.Ok<StateLock>) StateLock.take(folder)).value();
        assertThat(code(StateLock.take(folder))).isEqualTo(ProblemCode.STATE_IN_USE);
        first.close();
        StateLock next = ((Outcome.Ok<StateLock>) StateLock.take(folder)).value();
        next.close();
    }

    /** Holds the folder that it is given until its input ends. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            Outcome<StateLock> taken = StateLock.take(Path.of(arguments[0]));
            System.out.println(taken instanceof Outcome.Ok ? "taken" : "refused");
            System.out.flush();
            while (System.in.read() >= 0) {
                // until the other end closes
            }
        }
    }

    @Test
    void anotherProcessKeepsUsOutAndItsEndLetsUsIn() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .start();
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("taken");
            assertThat(code(StateLock.take(folder))).isEqualTo(ProblemCode.STATE_IN_USE);
            // as after a crash: nothing was tidied up
            other.destroyForcibly();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(StateLock.take(folder)).isInstanceOfSatisfying(Outcome.Ok.class, ok -> ((StateLock) ok.value()).close());
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void saysWhyWhenTheFolderCannotBeWritten() throws IOException {
        Path file = java.nio.file.Files.createFile(folder.resolve("file"));
        assertThat(code(StateLock.take(file))).isEqualTo(ProblemCode.FILE_UNWRITABLE);
    }
}
