package plugwright.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plugwright.model.FileTrouble;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.Problems;
import plugwright.station.sim.RandomDay;
import plugwright.station.sim.RandomSite;
import plugwright.station.sim.net.RandomNetwork;
import plugwright.station.sim.net.RandomNetwork.Faults;
import plugwright.station.sim.scenario.Scenario;
import plugwright.station.sim.scenario.ScenarioReader;
import plugwright.station.sim.scenario.ScenarioRun;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright simulate}: plays scenario files or random days in virtual time. */
@Command(
        name = "simulate",
        description = {
            "Plays scenario files (docs/scenarios.md) or random days of a station in virtual time.",
            "Exit code 0 only where every expectation and every invariant held."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final Duration DAY = Duration.ofDays(1);

    /** A scenario is a page; what is longer is something else. */
    private static final long MAX_FILE_BYTES = 4_000_000;

    /** What a random day is called where a scenario has its file's name. */
    private static final String RANDOM = "random";

    private final Wiring wiring;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scenario files.")
    private List<Path> files = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "For what files leave open of vehicles (0: usual ones), or of the first random day.")
    private long seed;

    @Option(names = "--random", paramLabel = "N", description = "Instead of files N random days, one seed each.")
    private int randomDays;

    @Option(
            names = "--stations",
            paramLabel = "K",
            defaultValue = "1",
            description = "With --random: K stations under one total (1 to " + RandomSite.MAX_STATIONS + ").")
    private int stations;

    @Option(
            names = "--faults",
            paramLabel = "none|all",
            description = {
                "With --random and --stations: a Smart Charging Network with every packet, 20 minutes with these",
                "faults and 10 without."
            })
    private Optional<Faults> faults = Optional.empty();

    @Option(names = "--json", description = "One JSON value a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SimulateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What came of a file or a day. */
    private record Played(List<String> failures, Duration simulated) {}

    @Override
    public Integer call() {
        if (randomDays < 0 || files.isEmpty() == (randomDays == 0)) {
            throw new ParameterException(spec.commandLine(), "Name scenario files, or say --random N with N above 0.");
        }
        if (stations < 1 || stations > RandomSite.MAX_STATIONS) {
            throw new ParameterException(
                    spec.commandLine(), "--stations is a number from 1 to " + RandomSite.MAX_STATIONS + ".");
        }
        if (faults.isPresent() && stations < RandomNetwork.FEWEST_STATIONS) {
            throw new ParameterException(
                    spec.commandLine(), "A network has " + RandomNetwork.FEWEST_STATIONS + " stations at least.");
        }
        boolean passed = true;
        for (Path file : files) {
            passed &= play(file.toString(), seed, () -> scenario(file));
        }
        for (long day = seed; day < seed + randomDays; day++) {
            long itsSeed = day;
            passed &= play(RANDOM, itsSeed, () -> randomDay(itsSeed));
        }
        return passed ? ExitCode.OK : ExitCode.FAILED;
    }

    private Played randomDay(long itsSeed) {
        if (faults.isPresent()) {
            return network(RandomNetwork.run(itsSeed, stations, faults.get()));
        }
        RandomDay.Result result =
                stations == 1 ? RandomDay.run(itsSeed, DAY) : RandomSite.run(itsSeed, stations, DAY);
        return new Played(result.breach().map(ScenarioRun::lines).orElse(List.of()), result.simulated());
    }

    private static Played network(RandomNetwork.Result result) {
        List<String> failures = new ArrayList<>();
        result.breach().ifPresent(b -> {
            failures.add(b.invariant() + " after " + b.atMillis() + " ms: " + b.what());
            failures.addAll(b.trace());
        });
        return new Played(failures, result.simulated());
    }

    private Played scenario(Path file) {
        String text;
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                return unread(Problem.of(
                        ProblemCode.FILE_UNREADABLE, file.toString(), "it is larger than a scenario can be"));
            }
            text = Files.readString(file);
        } catch (IOException e) {
            return unread(FileTrouble.reading(file.toString(), e));
        }
        return switch (ScenarioReader.read(file.toString(), text, seed, name -> beside(file, name))) {
            case Outcome.Ok<Scenario>(var scenario) -> {
                ScenarioRun.Result result = ScenarioRun.of(scenario);
                yield new Played(result.failures(), result.simulated());
            }
            case Outcome.Failed<Scenario>(var problem) ->
                new Played(List.of(Problems.textWithCode(problem, Locale.getDefault())), Duration.ZERO);
        };
    }

    /** A table that lies beside a scenario. */
    private static Outcome<String> beside(Path scenario, String name) {
        Path file = scenario.resolveSibling(name);
        try {
            return Files.size(file) > MAX_FILE_BYTES
                    ? Outcome.failed(ProblemCode.FILE_UNREADABLE, name, "it is larger than a table can be")
                    : Outcome.ok(Files.readString(file));
        } catch (IOException e) {
            return new Outcome.Failed<>(FileTrouble.reading(name, e));
        }
    }

    private static Played unread(Problem problem) {
        return new Played(List.of(Problems.textWithCode(problem, Locale.getDefault())), Duration.ZERO);
    }

    private boolean play(String name, long itsSeed, Supplier<Played> run) {
        long before = System.nanoTime();
        Played played = run.get();
        double wall = (System.nanoTime() - before) / NANOS;
        double simulated = played.simulated().toMillis() / MILLIS;
        boolean passed = played.failures().isEmpty();
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("file", name);
            node.put("seed", itsSeed);
            node.put("passed", passed);
            ArrayNode failures = node.putArray("failures");
            played.failures().forEach(failures::add);
            node.put("simulatedSeconds", simulated);
            node.put("wallSeconds", wall);
            wiring.console().json(node);
        } else {
            wiring.console().say(String.format(
                    Locale.ROOT, "%s  %s, seed %d: %.0f s in %.2f s", passed ? "held  " : "failed", name, itsSeed,
                    simulated, wall));
            played.failures().forEach(f -> wiring.console().say("        " + f));
        }
        return passed;
    }
}
