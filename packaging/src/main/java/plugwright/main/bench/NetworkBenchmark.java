package plugwright.main.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.sim.net.RandomNetwork;
import plugwright.station.sim.net.RandomNetwork.Checking;
import plugwright.station.sim.net.RandomNetwork.Faults;
import plugwright.station.sim.net.RandomNetwork.Result;

/** How many times faster than real time networks are simulated with every packet, all faults and all invariants. */
public final class NetworkBenchmark implements Benchmark {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final int FEW = 4;
    private static final int MANY = 64;

    /** So many networks of a few stations make a round as long as one of many. */
    private static final int FEW_A_ROUND = 20;

    private static final int WARM_UP_ROUNDS = 2;

    private final int rounds;

    /** @param rounds counted, after a few that are not */
    public NetworkBenchmark(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String description() {
        return "How much faster than real time networks of 4 and 64 stations are simulated, packets checked once or by each.";
    }

    private enum Case {
        FEW_ONCE("4 stations", FEW, FEW_A_ROUND, Checking.ONCE),
        MANY_ONCE("64 stations, MAC checked once", MANY, 1, Checking.ONCE),
        MANY_EACH("64 stations, each checks the MAC", MANY, 1, Checking.EACH);

        private final String title;
        private final int stations;
        private final int networks;
        private final Checking checking;

        Case(String title, int stations, int networks, Checking checking) {
            this.title = title;
            this.stations = stations;
            this.networks = networks;
            this.checking = checking;
        }
    }

    @Override
    public Outcome<List<Figure>> run() {
        Case[] cases = Case.values();
        double[][] wall = new double[cases.length][rounds];
        double[][] processor = new double[cases.length][rounds];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (int i = 0; i < cases.length; i++) {
                long wallBefore = System.nanoTime();
                long processorBefore = threads.getCurrentThreadCpuTime();
                double simulated = simulate(cases[i]);
                if (simulated == 0) {
                    return Outcome.failed(ProblemCode.BAD_ARGUMENT, "An invariant broke: plugwright simulate shows it.");
                }
                if (round >= 0) {
                    wall[i][round] = simulated * NANOS / (System.nanoTime() - wallBefore);
                    processor[i][round] = simulated * NANOS / (threads.getCurrentThreadCpuTime() - processorBefore);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            figures.add(Figure.of(cases[i].title, "x real time", wall[i]));
            figures.add(Figure.of(cases[i].title + ", cpu", "x real time", processor[i]));
        }
        return Outcome.ok(figures);
    }

    /** @return seconds simulated; 0 where an invariant broke */
    private static double simulate(Case one) {
        double simulated = 0;
        for (int seed = 1; seed <= one.networks; seed++) {
            Result result = RandomNetwork.run(seed, one.stations, Faults.ALL, one.checking);
            if (result.breach().isPresent()) {
                return 0;
            }
            simulated += result.simulated().toMillis() / MILLIS;
        }
        return simulated;
    }
}
