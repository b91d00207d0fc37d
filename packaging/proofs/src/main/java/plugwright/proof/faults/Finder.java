package plugwright.proof.faults;

import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import plugwright.model.Outcome;
import plugwright.proof.sites.Check;
import plugwright.station.sim.RandomDay;
import plugwright.station.sim.net.RandomNetwork;
import plugwright.station.sim.net.RandomNetwork.Faults;
import plugwright.station.sim.scenario.Scenario;
import plugwright.station.sim.scenario.ScenarioReader;
import plugwright.station.sim.scenario.ScenarioRun;

/**
 * Looks for a fault in the classes it runs with, in a process of its own: directed tests, scenario files, random runs.
 * What it finds it says on standard output, a line each.
 */
public final class Finder {

    /** Begins each line that says who found the fault. */
    static final String FOUND = "found by: ";

    /** The last line, when all have looked. */
    static final String DONE = "all have looked";

    private static final Duration DAY = Duration.ofHours(6);

    /** Networks have 2 to 8 stations. */
    private static final int SIZES = 7;

    /** Sites that are compared with the bottleneck condition. */
    private static final int SITES = 1_000;

    /** Random runs are done here, with as many seeds as asked for. */
    private static final String RANDOM = ".*\\.Random.*Test";

    /** What a property failed with under one fault is not to be tried first under the next. */
    private static final String NO_FILE = "";

    private Finder() {}

    /** Arguments: area, number of seeds, folder of scenario files. With no seeds only directed tests look. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Area area = Area.of(arguments[0]);
        int seeds = Integer.parseInt(arguments[1]);
        // Test engines may have begun a line of their own.
        Consumer<String> say = found -> out.println(System.lineSeparator() + FOUND + found);
        directed(area).ifPresent(say);
        if (seeds > 0) {
            others(area, seeds, Path.of(arguments[2]), say);
        }
        out.println(DONE);
        // What the fault left running must not keep the process.
        System.exit(0);
    }

    private static void others(Area area, int seeds, Path scenarios, Consumer<String> say) throws IOException {
        switch (area.course()) {
            case DAYS -> {
                oracle().ifPresent(say);
                scenarios(scenarios).ifPresent(say);
                random(seeds, "random day", Finder::day).ifPresent(say);
            }
            case NETWORKS -> random(seeds, "random network", Finder::network).ifPresent(say);
        }
    }

    /** Package by package, no further than the first one in which a test fails. */
    private static Optional<String> directed(Area area) {
        return area.tests().stream()
                .map(p -> LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectPackage("plugwright." + p))
                        .filters(excludeClassNamePatterns(RANDOM))
                        .configurationParameter("jqwik.database", NO_FILE)
                        .build())
                .map(Finder::failing)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> failing(LauncherDiscoveryRequest request) {
        Set<String> failed = new TreeSet<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    test.getSource()
                            .filter(MethodSource.class::isInstance)
                            .map(MethodSource.class::cast)
                            .ifPresent(m -> failed.add(simple(m.getClassName()) + "." + m.getMethodName()));
                }
            }
        });
        return failed.stream()
                .findFirst()
                .map(first -> "test " + first + (failed.size() > 1 ? " and " + (failed.size() - 1) + " more" : ""));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static Optional<String> scenarios(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                if (!holds(file)) {
                    return Optional.of("scenario " + file.getFileName());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path file) throws IOException {
        try {
            return ScenarioReader.read(file.toString(), Files.readString(file), 0)
                            instanceof Outcome.Ok<Scenario>(var scenario)
                    && ScenarioRun.of(scenario).failures().isEmpty();
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static Optional<String> oracle() {
        Check.Result result = Check.BOTTLENECKS.run(1, SITES);
        return result.failures() > 0 ? Optional.of("random site, seed " + result.firstFailure()) : Optional.empty();
    }

    private static Optional<String> random(int seeds, String what, LongFunction<Optional<String>> run) {
        for (long seed = 1; seed <= seeds; seed++) {
            Optional<String> broken;
            try {
                broken = run.apply(seed);
            } catch (RuntimeException | AssertionError thrown) {
                broken = Optional.of(thrown.getClass().getSimpleName());
            }
            if (broken.isPresent()) {
                return Optional.of(what + ", seed " + seed + " (" + broken.get() + ")");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> day(long seed) {
        return RandomDay.run(seed, DAY).breach().map(b -> b.invariant().name());
    }

    private static Optional<String> network(long seed) {
        int stations = RandomNetwork.FEWEST_STATIONS + (int) (seed % SIZES);
        return RandomNetwork.run(seed, stations, Faults.ALL)
                .breach()
                .map(b -> stations + " stations, " + b.invariant().name());
    }
}
