package plugwright.station.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;

/** Writers that are killed with SIGKILL at random moments, on the real file system. */
@Tag("slow")
class StoreKillTest {

    private static final int KILLS = 500;

    /** A save takes about a millisecond: a kill falls anywhere in the first few. */
    private static final int LONGEST_WAIT_NANOS = 5_000_000;

    private static final long SEED = 20_261_123;

    @Test
    void holdsAWholeGenerationAfterEachOf500Kills(@TempDir Path directory) throws Exception {
        Random random = new Random(SEED);
        long last = 0;
        int leftHalf = 0;
        Set<Long> seen = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long reported = last + killedWriter(directory, last + 1, random);
            Map<PropertyId, PropertyValue> found = load(directory);
            if (directory.resolve(PropertyStore.NEXT).toFile().exists()) {
                leftHalf++;
            }
            long generation = (long) found.get(new PropertyId(0x2000, 0)).number();
            assertThat(found).as("kill %d", kill).isEqualTo(StoreWriter.values(generation));
            assertThat(generation).as("what was saved stays saved").isGreaterThanOrEqualTo(reported);
            last = generation;
            seen.add(generation);
        }
        assertThat(seen).as("the kills met different moments").hasSizeGreaterThan(50);
        assertThat(leftHalf).as("some kills fell within a save").isGreaterThan(KILLS / 20);
    }

    private static Map<PropertyId, PropertyValue> load(Path directory) {
        return switch (new PropertyStore(new DirectoryFiles(directory)).load()) {
            case Outcome.Ok<Map<PropertyId, PropertyValue>>(var values) -> values;
            case Outcome.Failed<Map<PropertyId, PropertyValue>> failed ->
                throw new AssertionError(failed.problem().toString());
        };
    }

    /** @return how many saves it reported before it died */
    private static int killedWriter(Path directory, long firstGeneration, Random random) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreWriter.class.getName(),
                        directory.toString(),
                        Long.toString(firstGeneration))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = writer.getInputStream()) {
            assertThat(out.read()).as("it began").isEqualTo('r');
            LockSupport.parkNanos(random.nextInt(LONGEST_WAIT_NANOS));
            writer.toHandle().destroyForcibly();
            int saves = 1 + out.readAllBytes().length;
            writer.waitFor();
            return saves;
        }
    }
}
