package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight station processes on a real network that is cut, lossy and slow; someone else adds up what they tell. */
@Tag("peers")
class NetworkRigTest {

    /** What the rig ends with where it may not make network namespaces. */
    private static final int NOT_PERMITTED = 77;

    private static final long PATIENCE_MINUTES = 12;

    @Test
    @Tag("SCN-1")
    @Tag("SCN-4")
    @Tag("SCN-6")
    void neverMoreThanTheTotalIsToldWhateverTheNetworkDoes(@TempDir Path folder) throws Exception {
        Path rig = Path.of(System.getProperty("project.root"), "packaging/src/test/rig/rig.py");
        Path said = folder.resolve("rig.out");
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        rig.toString(),
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroy();
        }
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assumeTrue(process.exitValue() != NOT_PERMITTED, text);
        assertThat(process.exitValue()).as(text).isZero();
    }
}
