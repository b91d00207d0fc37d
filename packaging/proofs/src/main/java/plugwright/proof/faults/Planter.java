package plugwright.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Applies patches to a copy of the station's pure packages, compiles that and lets finders loose on it. */
public final class Planter {

    /** What can be broken: the packages that need no socket, thread or file. */
    private static final Set<String> PURE = Set.of("control", "mode3", "engine", "sim", "member");

    /** A fault may be an endless loop. */
    private static final long LONGEST_MINUTES = 15;

    private final Path module;
    private final String classPath;

    /**
     * @param root folder of the source tree
     * @param classPath with the module's unbroken classes, the finders and what tests need
     */
    public Planter(Path root, String classPath) {
        this.module = root.resolve("embedded-station-runtime");
        this.classPath = classPath;
    }

    public List<Fault> faults() throws IOException {
        return Fault.all(module.resolve("src/test/faults"));
    }

    /**
     * Applies a fault's patch to a copy of the sources.
     *
     * @return where the faulty sources are
     * @throws IllegalStateException when the patch no longer applies
     */
    public Path apply(Fault fault, Path folder) throws IOException {
        Path copy = folder.resolve("src/main/java/plugwright/station");
        for (String name : PURE) {
            Path from = module.resolve("src/main/java/plugwright/station").resolve(name);
            if (Files.isDirectory(from)) {
                copy(from, copy.resolve(name));
            }
        }
        Optional<String> unfit = UnifiedDiff.read(fault.patch()).apply(folder);
        if (unfit.isPresent()) {
            throw new IllegalStateException(fault.name() + " no longer applies: " + unfit.get());
        }
        return copy;
    }

    /**
     * Plants a fault into a copy.
     *
     * @return where the faulty classes are
     * @throws IllegalStateException when the patch no longer applies or what comes of it does not compile
     */
    public Path plant(Fault fault, Path folder) throws IOException {
        Path copy = apply(fault, folder);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", classPath, "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(copy)) {
            sources.filter(f -> f.toString().endsWith(".java")).forEach(f -> arguments.add(f.toString()));
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(fault.name() + " does not compile");
        }
        return classes;
    }

    /** Who finds a fault: one line each; empty if nobody does. */
    public List<String> find(Fault fault, Path classes, int seeds) throws IOException {
        String separator = System.getProperty("path.separator", ":");
        Path tests = module.resolve("target/test-classes");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                String.join(separator, classes.toString(), tests.toString(), classPath),
                Finder.class.getName(),
                fault.area(),
                Integer.toString(seeds),
                module.resolve("scenarios").toString());
        return run(command, module)
                .lines()
                .filter(l -> l.startsWith(Finder.FOUND))
                .map(l -> l.substring(Finder.FOUND.length()))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** What a program says; one that runs too long is ended and has found what it said until then. */
    private static String run(List<String> command, Path folder) throws IOException {
        Path said = Files.createTempFile("plugwright-fault", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                Files.writeString(said, "\n" + Finder.FOUND + "does not end", java.nio.file.StandardOpenOption.APPEND);
            }
            return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
