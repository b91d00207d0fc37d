package plugwright.main.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.Found;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.StationFinder;
import plugwright.discovery.StationState;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.net.NetworkAdapters;

/** How soon 64 stations of another process are in the list, and how soon each has answered /api/info. */
public final class DiscoveryBenchmark implements Benchmark {

    private static final int STATIONS = 64;
    private static final String FIRST_ADDRESS = "127.0.1.1";
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration ROUND_PATIENCE = Duration.ofSeconds(60);
    private static final double NANOS_A_MILLI = 1e6;

    private final Path folder;
    private final int rounds;

    /**
     * @param folder for the stations
     * @param rounds each with a new finder
     */
    public DiscoveryBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public String description() {
        return STATIONS + " stations of another process: seen, and answered /api/info.";
    }

    @Override
    public Outcome<List<Figure>> run() {
        Process stations;
        try {
            stations = start();
        } catch (IOException failed) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "The stations' process cannot be started: " + failed);
        }
        try {
            return measure(stations);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "Ended.");
        } finally {
            stations.destroy();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "plugwright.main.Main",
                        "station",
                        "--count",
                        Integer.toString(STATIONS),
                        "--first-address",
                        FIRST_ADDRESS,
                        "--state-dir",
                        folder.resolve("stations").toString(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Outcome<List<Figure>> measure(Process stations) throws InterruptedException {
        Set<String> serials = new HashSet<>();
        CountDownLatch ready = new CountDownLatch(STATIONS);
        Thread reader = Thread.ofVirtual().start(() -> read(stations, serials, ready));
        if (!ready.await(READY_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            reader.interrupt();
            return Outcome.failed(
                    ProblemCode.NO_ANSWER, FIRST_ADDRESS, Long.toString(READY_PATIENCE.toSeconds()));
        }
        double[] seen = new double[rounds];
        double[] answered = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Round one = new Round(serials);
            if (!one.run()) {
                return Outcome.failed(
                        ProblemCode.NO_ANSWER, FIRST_ADDRESS, Long.toString(ROUND_PATIENCE.toSeconds()));
            }
            seen[round] = one.seenMillis;
            answered[round] = one.answeredMillis;
        }
        return Outcome.ok(List.of(
                Figure.of("stations", "count", STATIONS),
                Figure.of("all seen", "ms", seen),
                Figure.of("all answered /api/info", "ms", answered)));
    }

    private static void read(Process stations, Set<String> serials, CountDownLatch ready) {
        String key = "\"serial\":\"";
        try (BufferedReader lines = stations.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf(key) + key.length();
                synchronized (serials) {
                    serials.add(line.substring(at, line.indexOf('"', at)));
                }
                ready.countDown();
            }
        } catch (IOException ended) {
            // The process was ended: there is nothing more to read.
            return;
        }
    }

    /** One finder from its start until it knows all stations. */
    private static final class Round {
        private final Set<String> wanted;
        private final CountDownLatch done = new CountDownLatch(1);
        private final long start = System.nanoTime();
        private volatile double seenMillis;
        private volatile double answeredMillis;

        Round(Set<String> serials) {
            synchronized (serials) {
                this.wanted = Set.copyOf(serials);
            }
        }

        boolean run() throws InterruptedException {
            try (InfoProbe probe = new InfoProbe();
                    StationFinder finder = StationFinder.start(
                            FinderSettings.standard(), NetworkAdapters::present, probe, this::look)) {
                finder.refresh();
                return done.await(ROUND_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }

        private void look(List<Found> found) {
            double now = (System.nanoTime() - start) / NANOS_A_MILLI;
            List<Found> ours = found.stream()
                    .filter(f -> f.serial().map(s -> wanted.contains(s.serial())).orElse(false))
                    .filter(f -> !(f.state() instanceof StationState.Gone))
                    .toList();
            if (seenMillis == 0 && ours.size() == wanted.size()) {
                seenMillis = now;
            }
            if (answeredMillis == 0
                    && ours.stream()
                                    .filter(f -> f.state() instanceof StationState.Reachable)
                                    .count()
                            == wanted.size()) {
                answeredMillis = now;
                done.countDown();
            }
        }
    }
}
