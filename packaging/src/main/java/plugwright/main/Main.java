package plugwright.main;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import plugwright.main.bench.Benchmark;
import plugwright.main.bench.DiscoveryBenchmark;
import plugwright.main.bench.FxBenchmark;
import plugwright.main.bench.GridBenchmark;
import plugwright.main.bench.ModbusBenchmark;
import plugwright.main.bench.NetworkBenchmark;
import plugwright.main.bench.P1Benchmark;
import plugwright.main.bench.ReadBenchmark;
import plugwright.main.bench.ScnBenchmark;
import plugwright.main.bench.SimulateBenchmark;

/** Starts the window or a command. Does not extend Application, so that JavaFX starts from the class path. */
public final class Main {

    /** Rounds of a benchmark; medians of fewer jump about on a busy machine. */
    private static final int BENCH_ROUNDS = 51;

    /** One each half second. */
    private static final int LOWERED_TOTALS = 1_000;

    /** A round is a day of 64 stations: some ten seconds. */
    private static final int SIMULATE_ROUNDS = 3;

    /** Each takes some seconds of handshakes. */
    private static final int DISCOVERY_ROUNDS = 5;

    /** For a 99th percentile; each takes half a second until the limit stands high again. */
    private static final int GRID_ROUNDS = 101;

    /** Each plays 22 networks for half an hour. */
    private static final int NETWORK_ROUNDS = 5;

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, System.getenv(), out, err));
    }

    /**
     * Runs a command line.
     *
     * @param environment environment variables
     * @return the exit code: 0 only where all worked
     */
    static int run(String[] arguments, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        Folders folders = Folders.of(environment, Path.of(System.getProperty("user.home", ".")));
        Wiring wiring = Wiring.of(folders, environment, new Console(out, err));
        return commandLine(wiring).setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine commandLine(Wiring wiring) {
        return new CommandLine(new RootCommand(wiring))
                .addSubcommand(new StationCommand(wiring))
                .addSubcommand(new DiscoverCommand(wiring))
                .addSubcommand(new SettingsCommand(wiring))
                .addSubcommand(new LicenseCommand(wiring))
                .addSubcommand(new SimulateCommand(wiring))
                .addSubcommand(new CommandLine(new P1Command()).addSubcommand(new P1DecodeCommand(wiring)))
                .addSubcommand(new MeterCommand(wiring))
                .addSubcommand(new BenchCommand(wiring, benchmarks(wiring)))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static List<Benchmark> benchmarks(Wiring wiring) {
        Path folder = wiring.folders().state().resolve("bench");
        return List.of(
                new ReadBenchmark(folder.resolve("read"), BENCH_ROUNDS),
                new DiscoveryBenchmark(folder.resolve("discovery"), DISCOVERY_ROUNDS),
                new ScnBenchmark(folder.resolve("scn"), LOWERED_TOTALS),
                new P1Benchmark(BENCH_ROUNDS),
                new SimulateBenchmark(SIMULATE_ROUNDS),
                new ModbusBenchmark(folder.resolve("modbus"), BENCH_ROUNDS),
                new GridBenchmark(folder.resolve("grid"), GRID_ROUNDS),
                new NetworkBenchmark(NETWORK_ROUNDS),
                new FxBenchmark(folder.resolve("fx")));
    }
}
