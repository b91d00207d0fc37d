package plugwright.station.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
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

    /** The packages that the writer needs. */
    private static final List<String> PARTS =
            List.of("plugwright/station/store/", "plugwright/catalog/", "plugwright/model/");

    @Test
    void holdsAWholeGenerationAfterEachOf500Kills(@TempDir Path temporary) throws Exception {
        Program program = Program.make(temporary);
        Path directory = Files.createDirectory(temporary.resolve("store"));
        Random random = new Random(SEED);
        long last = 0;
        int leftHalf = 0;
        Set<Long> seen = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long reported = last + killedWriter(directory, program, last + 1, random);
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
    private static int killedWriter(Path directory, Program program, long firstGeneration, Random random)
            throws Exception {
        Process writer = program.start(
                "-XX:SharedArchiveFile=" + program.archive(), directory.toString(), Long.toString(firstGeneration));
        try (InputStream out = writer.getInputStream()) {
            assertThat(out.read()).as("it began").isEqualTo('r');
            LockSupport.parkNanos(random.nextInt(LONGEST_WAIT_NANOS));
            writer.toHandle().destroyForcibly();
            int saves = 1 + out.readAllBytes().length;
            writer.waitFor();
            return saves;
        }
    }

    /** The writer with its classes kept ready to use, which halves the start of each of the 500. */
    private record Program(Path jar, Path archive) {

        static Program make(Path directory) throws Exception {
            Program program = new Program(directory.resolve("writer.jar"), directory.resolve("writer.jsa"));
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(program.jar))) {
                for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                    if (Files.isDirectory(Path.of(entry))) {
                        pack(Path.of(entry), jar);
                    } else if (entry.endsWith(".jar")) {
                        packFromJar(Path.of(entry), jar);
                    }
                }
            }
            Path scratch = Files.createDirectory(directory.resolve("scratch"));
            Process writer =
                    program.start("-XX:ArchiveClassesAtExit=" + program.archive, scratch.toString(), "1", "5");
            writer.getInputStream().readAllBytes();
            assertThat(writer.waitFor()).isZero();
            return program;
        }

        /** Once a module is packaged, its classes are on the class path as a jar. */
        private static void packFromJar(Path from, JarOutputStream jar) throws IOException {
            try (JarFile packaged = new JarFile(from.toFile())) {
                for (JarEntry entry : Collections.list(packaged.entries())) {
                    String name = entry.getName();
                    if (name.endsWith(".class") && PARTS.contains(name.substring(0, name.lastIndexOf('/') + 1))) {
                        jar.putNextEntry(new JarEntry(name));
                        packaged.getInputStream(entry).transferTo(jar);
                    }
                }
            }
        }

        private static void pack(Path root, JarOutputStream jar) throws IOException {
            for (String part : PARTS) {
                if (!Files.isDirectory(root.resolve(part))) {
                    continue;
                }
                try (Stream<Path> files = Files.list(root.resolve(part))) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                        jar.putNextEntry(new JarEntry(part + file.getFileName()));
                        Files.copy(file, jar);
                    }
                }
            }
        }

        Process start(String option, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    option,
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx32m",
                    "-cp",
                    jar.toString(),
                    StoreWriter.class.getName()));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }
}
