package plugwright.main.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.SocketNumber;
import plugwright.net.DatagramEndpoint;
import plugwright.station.member.MemberStatus;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SiteNetwork;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;
import plugwright.wire.scn.Source;

/**
 * A network of 64 stations in this process over real UDP: how soon a lowered total is told by all 128 sockets, what the
 * stations send, and what each further station costs.
 */
public final class ScnBenchmark implements Benchmark {

    private static final int STATIONS = 64;
    private static final int SOCKETS = 2 * STATIONS;
    private static final int FEWER = 16;
    private static final String FIRST_ADDRESS = "127.5.0.1";

    /** Not that of stations which may run on this machine. */
    private static final int PORT = 36_551;

    /** 16 A for each: all are probed at once. */
    private static final int TOTAL = 16_000 * SOCKETS;

    /** One feeder of 32 A for two sockets. */
    private static final int OF_ITS_STATION = 16_000;

    /** Down to about 7 A for each socket over a thousand steps, each seen as 9 mA by every socket. */
    private static final int STEP = 9 * SOCKETS;

    private static final double SETTLING_SPEED = 20;
    private static final long SETTLING_MILLIS = 180_000;

    /** A member says news three times a second at most; readings of meters come in their own time. */
    private static final int LEAST_PAUSE_MILLIS = 350;

    private static final int MORE_PAUSE_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 15_000;
    private static final long REST_MILLIS = 20_000;
    private static final int COLLECTIONS = 3;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double KILO = 1_000;
    private static final double MEBI = 1 << 20;
    private static final int PERCENTILE = 99;
    private static final int HUNDRED = 100;

    private final Path folder;
    private final int rounds;

    /**
     * @param folder for the stations
     * @param rounds how many times the total is lowered, 1000 at most
     */
    public ScnBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "scn";
    }

    @Override
    public String description() {
        return STATIONS + " stations of one network over UDP: lowered totals until told, bytes sent, cost of a further station.";
    }

    @Override
    public Outcome<List<Figure>> run() {
        LongAdder bytes = new LongAdder();
        try (DatagramEndpoint _ = DatagramEndpoint.broadcasting(
                new InetSocketAddress(PORT), (_, datagram) -> bytes.add(datagram.length))) {
            return open(FEWER).flatMap(ScnBenchmark::cost).flatMap(few -> open(STATIONS).flatMap(site -> {
                try (site) {
                    return measure(site, few, bytes);
                }
            }));
        } catch (IOException refused) {
            return Outcome.failed(ProblemCode.PORT_IN_USE, "", Integer.toString(PORT));
        }
    }

    private Outcome<SimulatedSite> open(int stations) {
        SiteNetwork network = SiteNetwork.of("BENCH", 2 * stations).withTotal(new Ampere(TOTAL));
        return SimulatedSite.open(SitePlan.of(StationModel.fullDouble(), folder.resolve("stations-" + stations))
                .withFirstAddress(FIRST_ADDRESS)
                .withCount(stations)
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)
                .withFoundBy(Set.of())
                .withNetwork(network)
                .withNetworkPort(PORT));
    }

    /** What a process with so many stations takes, in bytes and platform threads. */
    private record Cost(int stations, double heap, double resident, double threads) {

        double heapOfOneMore(Cost more) {
            return (more.heap - heap) / (more.stations - stations);
        }

        double residentOfOneMore(Cost more) {
            return (more.resident - resident) / (more.stations - stations);
        }

        double threadsOfOneMore(Cost more) {
            return (more.threads - threads) / (more.stations - stations);
        }
    }

    /** What a site takes once all charge; it is closed then. */
    private static Outcome<Cost> cost(SimulatedSite site) {
        try (site) {
            return settle(site) ? Outcome.ok(costNow(site.stations().size())) : unsettled();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "Ended.");
        }
    }

    private static <T> Outcome<T> unsettled() {
        return Outcome.failed(ProblemCode.NO_ANSWER, "the network", Long.toString(SETTLING_MILLIS / 1_000));
    }

    private static Cost costNow(int stations) throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(HUNDRED);
        }
        return new Cost(
                stations,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                resident(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** As the kernel says it; 0 on systems that do not tell in this way. */
    private static double resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * (1 << 10))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** Plugs in everywhere and waits until all have their share. @return whether they did */
    private static boolean settle(SimulatedSite site) throws InterruptedException {
        site.command(new SiteCommand.SetSpeed(SETTLING_SPEED));
        for (StationAccess station : site.stations()) {
            for (SocketNumber socket : SocketNumber.values()) {
                site.command(new SiteCommand.PlugIn(station.serial(), socket, VehicleSpec.of(3, Ampere.of(32))));
            }
        }
        int share = Math.min(TOTAL / site.told().size(), OF_ITS_STATION);
        long end = System.nanoTime() + (long) (SETTLING_MILLIS * NANOS_A_MILLI);
        boolean settled = false;
        while (!settled && System.nanoTime() < end) {
            Thread.sleep(HUNDRED);
            settled = site.told().stream().allMatch(told -> told >= share - 1);
        }
        site.command(new SiteCommand.SetSpeed(SitePlan.REAL_TIME));
        return settled;
    }

    private Outcome<List<Figure>> measure(SimulatedSite site, Cost few, LongAdder bytes) {
        try {
            if (!settle(site)) {
                return unsettled();
            }
            Cost many = costNow(STATIONS);
            double atRest = kilobytesASecond(bytes, REST_MILLIS);
            long before = bytes.sum();
            long begun = System.nanoTime();
            double[] told = lowered(site);
            double changing = (bytes.sum() - before) / KILO / ((System.nanoTime() - begun) / NANOS_A_MILLI / KILO);
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of("lowered total told by all 128", "ms", told));
            figures.add(Figure.of("the same, " + PERCENTILE + "th of 100", "ms", percentile(told)));
            figures.add(Figure.of("not told within " + PATIENCE_MILLIS / 1_000 + " s", "count", rounds - told.length));
            figures.add(Figure.of("sent by 64 stations at rest", "kB/s", atRest));
            figures.add(Figure.of("sent by 64 stations, lowered", "kB/s", changing));
            figures.add(Figure.of("heap of a further station", "MiB", few.heapOfOneMore(many) / MEBI));
            figures.add(Figure.of("resident of a further station", "MiB", few.residentOfOneMore(many) / MEBI));
            figures.add(Figure.of("threads of a further station", "count", few.threadsOfOneMore(many)));
            return Outcome.ok(figures);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "Ended.");
        }
    }

    private static double kilobytesASecond(LongAdder bytes, long millis) throws InterruptedException {
        long before = bytes.sum();
        Thread.sleep(millis);
        return (bytes.sum() - before) / (double) millis;
    }

    /** Each time the meter of a station that does not lead leaves less: how long until every socket tells its share of it. */
    private double[] lowered(SimulatedSite site) throws InterruptedException {
        Random random = new Random(1);
        int total = TOTAL;
        double[] told = new double[rounds];
        int counted = 0;
        for (int round = 0; round < rounds; round++) {
            Thread.sleep(LEAST_PAUSE_MILLIS + random.nextInt(MORE_PAUSE_MILLIS));
            total -= STEP;
            int reader = reader(site);
            long begun = System.nanoTime();
            site.leaves(site.stations().get(reader).serial(), new Source.Available(total, total, total, 0));
            int share = total / SOCKETS;
            double millis = 0;
            boolean all = false;
            while (!all && millis < PATIENCE_MILLIS) {
                Thread.sleep(1);
                all = site.told().stream().allMatch(one -> one <= share);
                millis = (System.nanoTime() - begun) / NANOS_A_MILLI;
            }
            if (all) {
                told[counted++] = millis;
            }
        }
        return Arrays.copyOf(told, counted);
    }

    /** The second station, or the first where that one leads. */
    private static int reader(SimulatedSite site) {
        Optional<MemberStatus> second = site.networks().get(1);
        return second.filter(s -> s.authority() == MemberStatus.Authority.HELD).isPresent() ? 0 : 1;
    }

    private static double percentile(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * PERCENTILE / HUNDRED)];
    }
}
