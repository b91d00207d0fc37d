package plugwright.proof.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import plugwright.proof.sites.RandomSites;
import plugwright.proof.sites.Site;
import plugwright.station.control.MaxMinSharing;

/**
 * Measures sharing with JMH, each case in a process of its own, beside the linear program, plain filling and an empty
 * loop that takes as long: what the machine does to anything of that length.
 */
public final class AllocationBench {

    private static final String OURS = "ours";
    private static final String ALLOCATES_NOTHING = "nothing allocated";
    private static final String BASE = "128 sockets, 64 stations";
    private static final String STATIONS = "64";
    private static final String MANY_STATIONS = "512";
    private static final long SEED = 1;

    private static final double MEDIAN_MICROS = 10;
    private static final double P999_MICROS = 100;
    private static final double OF_EMPTY_LOOP = 10;
    private static final double OF_1024 = 12;
    private static final double OF_PROGRAM = 1_000;

    /**
     * JMH itself allocates some kilobyte an iteration, which shows as bytes of an empty loop too: as many times more
     * count as none, and so much on an idle machine.
     */
    private static final double LIKE_EMPTY_LOOP = 4;

    private static final double NO_BYTES = 0.05;

    private static final double MEDIAN = 50;
    private static final double P999 = 99.9;
    private static final double NANOS = 1_000;
    private static final String BYTES = "gc.alloc.rate.norm";

    private static final int WARM_UP = 20;
    private static final int CALLS = 301;

    private final Form form;
    private final Consumer<String> progress;
    private final List<Row> rows = new ArrayList<>();

    /** @param progress is told what is being measured */
    public AllocationBench(Form form, Consumer<String> progress) {
        this.form = form;
        this.progress = progress;
    }

    private Measured base = new Measured(0, 0, 0);
    private Measured empty = new Measured(0, 0, 0);

    /** Of a call: µs, µs, byte. */
    private record Measured(double median, double p999, double bytes) {}

    /**
     * Measures all cases.
     *
     * @throws IllegalStateException when a process of JMH breaks down
     */
    public List<Row> run() {
        base = measureExactly("share", park(STATIONS, SEED));
        empty = measureExactly("emptyLoop", Map.of("tokens", Long.toString(tokens(base.median))));
        first();
        add("empty loop of equal length", "empty loop", empty, "", true);
        if (form.sites() > 0) {
            long seed = worst();
            ours("worst of " + form.sites() + " such sites, seed " + seed, measureExactly("share", park(STATIONS, seed)));
            ours("128 sockets, other phases each call", measureExactly("shareAfterAPlug", park(STATIONS, SEED)));
            ours("128 sockets, whole decision", measureExactly("decide", park(STATIONS, SEED)));
        }
        Measured many = measureExactly("share", park(MANY_STATIONS, SEED));
        boolean held = many.median <= OF_1024 * base.median && allocatesNothing(many);
        add("1024 sockets, 512 stations", OURS, many, "ratio ≤ 12, " + ALLOCATES_NOTHING, held);
        if (form.sites() > 0) {
            add(BASE, "plain filling with objects", measure("objectFilling", park(STATIONS, SEED), form.slow()), "", true);
        }
        Measured program = measure("linearProgram", park(STATIONS, SEED), form.slow());
        add(BASE, "linear program (ojAlgo)", program, "ratio ≥ 1000", program.median >= OF_PROGRAM * base.median);
        return List.copyOf(rows);
    }

    private void first() {
        double ratio = base.p999 / empty.p999;
        boolean held = base.median <= MEDIAN_MICROS
                && base.p999 <= P999_MICROS
                && ratio <= OF_EMPTY_LOOP
                && allocatesNothing(base);
        String target = "median ≤ 10 µs, p99.9 ≤ 100 µs and ≤ 10 × the empty loop's, " + ALLOCATES_NOTHING;
        rows.add(new Row(BASE, OURS, base.median, base.p999, base.bytes, ratio, target, held));
    }

    private void ours(String name, Measured its) {
        add(name, OURS, its, ALLOCATES_NOTHING, allocatesNothing(its));
    }

    private void add(String name, String engine, Measured its, String target, boolean held) {
        rows.add(new Row(name, engine, its.median, its.p999, its.bytes, its.median / base.median, target, held));
    }

    private boolean allocatesNothing(Measured its) {
        return its.bytes <= Math.max(NO_BYTES, LIKE_EMPTY_LOOP * empty.bytes * its.median / empty.median);
    }

    private static Map<String, String> park(String stations, long seed) {
        return Map.of("stations", stations, "seed", Long.toString(seed));
    }

    /** Of what shall allocate nothing its bytes are counted apart: sampling times costs some itself. */
    private Measured measureExactly(String method, Map<String, String> parameters) {
        Measured times = measure(method, parameters, form);
        ChainedOptionsBuilder options = options(method, parameters)
                .mode(Mode.AverageTime)
                .warmupIterations(form.warmUps())
                .warmupTime(TimeValue.milliseconds(form.millis()))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(form.byteMillis()));
        return new Measured(times.median, times.p999, bytes(run(options)));
    }

    private Measured measure(String method, Map<String, String> parameters, Form how) {
        progress.accept(method + " " + parameters);
        ChainedOptionsBuilder options = options(method, parameters)
                .mode(Mode.SampleTime)
                .warmupIterations(how.warmUps())
                .warmupTime(TimeValue.milliseconds(how.millis()))
                .measurementIterations(how.iterations())
                .measurementTime(TimeValue.milliseconds(how.millis()));
        RunResult result = run(options);
        Statistics times = result.getPrimaryResult().getStatistics();
        return new Measured(times.getPercentile(MEDIAN) / NANOS, times.getPercentile(P999) / NANOS, bytes(result));
    }

    private static ChainedOptionsBuilder options(String method, Map<String, String> parameters) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + SharingBenchmark.class.getName().replace(".", "\\.") + "\\." + method + "$")
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xmx512m")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        return options;
    }

    private static RunResult run(ChainedOptionsBuilder options) {
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH broke down: " + e.getMessage(), e);
        }
    }

    private static double bytes(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(BYTES);
        if (bytes == null) {
            throw new IllegalStateException("JMH does not count bytes on this JVM");
        }
        return bytes.getScore();
    }

    /** The seed of the site on which sharing takes longest, by the median of some calls on each. */
    private long worst() {
        progress.accept("worst of " + form.sites() + " sites");
        long worst = SEED;
        double longest = 0;
        for (long seed = SEED; seed < SEED + form.sites(); seed++) {
            Site site = RandomSites.carPark(new Random(seed), Integer.parseInt(STATIONS));
            MaxMinSharing sharing = new MaxMinSharing(site.problem());
            double median = median(() -> sharing.share(site.admitted()));
            if (median > longest) {
                longest = median;
                worst = seed;
            }
        }
        return worst;
    }

    /** How many turns of the empty loop take so many µs. */
    private static long tokens(double micros) {
        long some = 10_000;
        double each = 0;
        for (int n = 0; n < WARM_UP; n++) {
            each = median(() -> Blackhole.consumeCPU(some)) / some;
        }
        return Math.max(1, Math.round(micros / each));
    }

    /** Of some calls, in µs. */
    private static double median(Runnable call) {
        long[] took = new long[CALLS];
        for (int n = 0; n < took.length; n++) {
            long begin = System.nanoTime();
            call.run();
            took[n] = System.nanoTime() - begin;
        }
        Arrays.sort(took);
        return took[took.length / 2] / NANOS;
    }
}
