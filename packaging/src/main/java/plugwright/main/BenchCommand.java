package plugwright.main;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plugwright.main.bench.Benchmark;
import plugwright.main.bench.Figure;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright bench}: figures of this machine. */
@Command(
        name = "bench",
        description = "Measures: medians of interleaved rounds, with machine and load. Without a name lists what can be measured.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    /** Measured beside solvers that the application does not bring along. */
    private static final String ELSEWHERE = "allocation";

    private final Wiring wiring;
    private final List<Benchmark> benchmarks;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one.")
    private @Nullable String name;

    @Option(names = "--json", description = "One JSON value a line.")
    private boolean json;

    BenchCommand(Wiring wiring, List<Benchmark> benchmarks) {
        this.wiring = wiring;
        this.benchmarks = List.copyOf(benchmarks);
    }

    @Override
    public Integer call() {
        String asked = name;
        if (asked == null) {
            benchmarks.forEach(b -> wiring.console().say(b.name() + "\t" + b.description()));
            wiring.console().say(ELSEWHERE + "\tHow long sharing takes; only in the source tree, by its ./plugwright.");
            return ExitCode.OK;
        }
        if (asked.equals(ELSEWHERE)) {
            return wiring.console()
                    .fail(Problem.of(
                            ProblemCode.BAD_ARGUMENT,
                            "This one needs the source tree: ./plugwright bench " + ELSEWHERE + " there."));
        }
        return benchmarks.stream()
                .filter(b -> b.name().equals(asked))
                .findFirst()
                .map(this::run)
                .orElseGet(() -> wiring.console()
                        .fail(Problem.of(
                                ProblemCode.BAD_ARGUMENT,
                                "There is no benchmark \"" + asked + "\". \"plugwright bench\" lists them.")));
    }

    private int run(Benchmark benchmark) {
        double loadBefore = load();
        return switch (benchmark.run()) {
            case Outcome.Failed<List<Figure>>(var problem) -> wiring.console().fail(problem);
            case Outcome.Ok<List<Figure>>(var figures) -> {
                report(benchmark, figures, loadBefore);
                yield ExitCode.OK;
            }
        };
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void report(Benchmark benchmark, List<Figure> figures, double loadBefore) {
        int cores = Runtime.getRuntime().availableProcessors();
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!json) {
            wiring.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%s · %s, %d cores, Java %s · load %.1f before, %.1f after",
                            benchmark.name(),
                            machine,
                            cores,
                            Runtime.version(),
                            loadBefore,
                            load()));
            wiring.console().say(String.format("%-34s %12s %12s %12s %7s  unit", "case", "median", "min", "max", "rounds"));
        }
        for (Figure figure : figures) {
            if (json) {
                ObjectNode node = wiring.console().object();
                node.put("bench", benchmark.name());
                node.put("case", figure.name());
                node.put("unit", figure.unit());
                node.put("median", figure.median());
                node.put("min", figure.low());
                node.put("max", figure.high());
                node.put("rounds", figure.rounds());
                node.put("machine", machine);
                node.put("cores", cores);
                node.put("loadBefore", loadBefore);
                wiring.console().json(node);
            } else {
                wiring.console()
                        .say(String.format(
                                Locale.ROOT,
                                "%-34s %12.2f %12.2f %12.2f %7d  %s",
                                figure.name(),
                                figure.median(),
                                figure.low(),
                                figure.high(),
                                figure.rounds(),
                                figure.unit()));
            }
        }
    }
}
