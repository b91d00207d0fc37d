package plugwright.main.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.sim.BusyDay;

/**
 * How much faster than real time the simulator is, with all invariants on. It runs on one thread: beside the clock's
 * time its processor time is told, which a busy machine does not change as much.
 */
public final class SimulateBenchmark implements Benchmark {

    private static final int STATIONS = 64;

    /** A day of one station takes a fraction of a second: so many make a round. */
    private static final int DAYS_OF_ONE = 10;

    private static final double NANOS = 1e9;

    private final int rounds;
    private final List<String> breaches = new ArrayList<>();

    /** @param rounds counted, after one that is not */
    public SimulateBenchmark(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public String description() {
        return "How many times faster than real time one double station is simulated, and 64 with all sockets in use.";
    }

    /** What a round took. */
    private record Took(double simulated, double wall, double processor) {}

    @Override
    public Outcome<List<Figure>> run() {
        double[][] figures = new double[4][rounds];
        for (int round = -1; round < rounds; round++) {
            Took one = took(DAYS_OF_ONE, BusyDay::ofOneStation);
            Took many = took(1, () -> BusyDay.ofSite(STATIONS));
            if (round >= 0) {
                figures[0][round] = one.simulated / one.wall;
                figures[1][round] = one.simulated / one.processor;
                figures[2][round] = many.simulated / many.wall;
                figures[3][round] = many.simulated / many.processor;
            }
        }
        if (!breaches.isEmpty()) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "An invariant broke: " + breaches.getFirst());
        }
        return Outcome.ok(List.of(
                Figure.of("one double station", "x real time", figures[0]),
                Figure.of("one double station, processor", "x real time", figures[1]),
                Figure.of("64 double stations", "x real time", figures[2]),
                Figure.of("64 double stations, processor", "x real time", figures[3])));
    }

    private Took took(int days, Supplier<BusyDay.Result> day) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        double simulated = 0;
        for (int i = 0; i < days; i++) {
            BusyDay.Result result = day.get();
            simulated += result.simulated().toSeconds();
            result.breach().ifPresent(b -> breaches.add(b.toString()));
        }
        return new Took(
                simulated,
                (System.nanoTime() - wall) / NANOS,
                (threads.getCurrentThreadCpuTime() - processor) / NANOS);
    }
}
