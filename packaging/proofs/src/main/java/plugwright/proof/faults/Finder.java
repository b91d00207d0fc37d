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
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import plugwright.model.Outcome;
import plugwright.station.sim.RandomDay;
import plugwright.station.sim.scenario.Scenario;
import plugwright.station.sim.scenario.ScenarioReader;
import plugwright.station.sim.scenario.ScenarioRun;

/**
 * Looks for a fault in the classes it runs with, in a process of its own: random days, scenario files, directed tests.
 * What it finds it says on standard output, a line each.
 */
public final class Finder {

    /** Begins each line that says who found the fault. */
    static final String FOUND = "found by: ";

    private static final Duration DAY = Duration.ofHours(6);

    /** Areas that random days and the guide's scenarios exercise; others bring random courses among their tests. */
    private static final Set<String> OF_ONE_STATION = Set.of("control", "mode3", "engine", "sim");

    private Finder() {}

    /** Arguments: area, number of seeds, folder of scenario files. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        boolean station = OF_ONE_STATION.contains(arguments[0]);
        directed(station ? List.of("control", "mode3", "engine", "sim") : List.of(arguments[0]), station)
                .ifPresent(found -> out.println(FOUND + found));
        if (station) {
            scenarios(Path.of(arguments[2])).ifPresent(found -> out.println(FOUND + found));
            randomDays(Integer.parseInt(arguments[1])).ifPresent(found -> out.println(FOUND + found));
        }
        // What the fault left running must not keep the process.
        System.exit(0);
    }

    private static Optional<String> directed(List<String> packages, boolean randomApart) {
        List<PackageSelector> selectors = packages.stream()
                .map(p -> DiscoverySelectors.selectPackage("plugwright.station." + p))
                .toList();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request().selectors(selectors);
        if (randomApart) {
            request.filters(excludeClassNamePatterns(".*\\.Random.*Test"));
        }
        return failing(request.build());
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

    private static Optional<String> randomDays(int seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                Optional<String> broken = RandomDay.run(seed, DAY).breach().map(b -> b.invariant().name());
                if (broken.isPresent()) {
                    return Optional.of("random day, seed " + seed + " (" + broken.get() + ")");
                }
            } catch (RuntimeException broken) {
                return Optional.of("random day, seed " + seed + " (" + broken.getClass().getSimpleName() + ")");
            }
        }
        return Optional.empty();
    }
}
