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
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Applies patches to a copy of the station's pure packages, compiles that and lets finders loose on it. */
public final class Planter {

    /** What can be broken in any area: the packages that need no socket, thread or file. */
    private static final Set<String> PURE =
            Set.of("station.control", "station.mode3", "station.engine", "station.sim", "station.member", "wire.scn");

    private static final String SOURCES = "src/main/java/plugwright";
    private static final String TESTS = "target/test-classes";

    /** A fault may be an endless loop. */
    private static final long LONGEST_MINUTES = 15;

    /** Of what a process said that broke down. */
    private static final int MOST_LINES = 10;

    private final Path station;
    private final Path wire;
    private final String classPath;

    /**
     * @param root folder of the source tree
     * @param classPath with the module's unbroken classes, the finders and what tests need
     */
    public Planter(Path root, String classPath) {
        this.station = root.resolve("embedded-station-runtime");
        this.wire = root.resolve("station-protocol");
        this.classPath = classPath;
    }

    public List<Fault> faults() throws IOException {
        return Fault.all(station.resolve("src/test/faults"));
    }

    /**
     * Applies a fault's patch to a copy of the sources.
     *
     * @return where the faulty sources are
     * @throws IllegalStateException when the patch no longer applies
     */
    public Path apply(Fault fault, Path folder) throws IOException {
        Path copy = folder.resolve(SOURCES);
        Set<String> packages = new TreeSet<>(PURE);
        packages.add(fault.where().source());
        for (String name : packages) {
            String path = name.replace('.', '/');
            for (Path module : List.of(station, wire)) {
                Path from = module.resolve(SOURCES).resolve(path);
                if (Files.isDirectory(from)) {
                    copy(from, copy.resolve(path));
                }
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

    /**
     * Who finds a fault: one line each; empty if nobody does.
     *
     * @param seeds random runs at most; 0: only directed tests look, no random runs, sites or scenario files
     */
    public List<String> find(Fault fault, Path classes, int seeds) throws IOException {
        return find(fault.area(), List.of(classes.toString()), seeds);
    }

    /** Who finds a fault where none is planted: nobody, or the finders are worth nothing. */
    public List<String> findInSound(String area, int seeds) throws IOException {
        return find(area, List.of(), seeds);
    }

    private List<String> find(String area, List<String> faulty, int seeds) throws IOException {
        List<String> path = new ArrayList<>(faulty);
        path.add(station.resolve(TESTS).toString());
        path.add(wire.resolve(TESTS).toString());
        path.add(classPath);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                String.join(System.getProperty("path.separator", ":"), path),
                Finder.class.getName(),
                area,
                Integer.toString(seeds),
                station.resolve("scenarios").toString());
        String said = run(command, station);
        if (!said.contains(Finder.DONE) && !said.contains(Finder.FOUND)) {
            throw new IllegalStateException("the finders came to no end: " + said.lines().limit(MOST_LINES).toList());
        }
        return said.lines()
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
