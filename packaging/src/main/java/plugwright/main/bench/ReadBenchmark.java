package plugwright.main.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import plugwright.api.ApiCodec;
import plugwright.api.ApiPath;
import plugwright.api.LoginRequest;
import plugwright.api.PropertyRow;
import plugwright.api.Unreadable;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.session.Credentials;
import plugwright.session.FilePins;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Reply;
import plugwright.session.Request;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;

/**
 * Reads all properties of a station through a {@link StationLink}, and in turn by a bare loop over the same requests:
 * what queueing, futures and decoding cost.
 */
public final class ReadBenchmark implements Benchmark {

    /** The figure that does not depend on what else the machine does. */
    public static final String PROCESSOR_RATIO = "link / bare loop, processor time";

    private static final int WARM_UP_ROUNDS = 20;
    private static final double NANOS_A_MILLI = 1e6;

    private final Path folder;
    private final int rounds;

    /**
     * @param folder for a station of its own
     * @param rounds counted, after a few that are not
     */
    public ReadBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String description() {
        return "All properties of one station: through the link, and by a bare loop of the same requests.";
    }

    @Override
    public Outcome<List<Figure>> run() {
        SitePlan plan = SitePlan.of(StationModel.fullDouble(), folder.resolve("stations"))
                .withCount(2)
                .withFirstAddress("127.0.0.60")
                .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT);
        return SimulatedSite.open(plan).flatMap(site -> {
            try (site) {
                return measure(site.stations().getFirst(), site.stations().getLast());
            }
        });
    }

    /** Two stations alike, one for each way, so that both stay logged in and take turns round by round. */
    private Outcome<List<Figure>> measure(StationAccess one, StationAccess other) {
        double[] linkMillis = new double[rounds];
        double[] bareMillis = new double[rounds];
        double[] ratios = new double[rounds];
        long linkProcessor = 0;
        long bareProcessor = 0;
        try (StationLink link = openLink(one);
                HttpsTransport transport = new HttpsTransport(address(other))) {
            logIn(transport, other);
            Pass bare = onVirtualThread(() -> bareLoop(transport));
            Pass through = throughLink(link);
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                through = throughLink(link);
                bare = onVirtualThread(() -> bareLoop(transport));
                if (round >= 0) {
                    linkMillis[round] = through.millis;
                    bareMillis[round] = bare.millis;
                    ratios[round] = through.millis / bare.millis;
                    linkProcessor += through.processorNanos;
                    bareProcessor += bare.processorNanos;
                }
            }
            return Outcome.ok(List.of(
                    Figure.of("properties", "count", through.properties),
                    Figure.of("requests", "count", bare.requests),
                    Figure.of("link", "ms", linkMillis),
                    Figure.of("bare loop", "ms", bareMillis),
                    Figure.of("link / bare loop", "ratio", ratios),
                    Figure.of(PROCESSOR_RATIO, "ratio", (double) linkProcessor / bareProcessor)));
        } catch (Unreadable broken) {
            return Outcome.failed(ProblemCode.REPLY_UNREADABLE, String.valueOf(broken.getMessage()));
        }
    }

    /** A link's connection lives on a virtual thread; so does the loop, that only what the link adds is compared. */
    private static Pass onVirtualThread(Callable<Pass> loop) throws Unreadable {
        FutureTask<Pass> task = new FutureTask<>(loop);
        Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (ExecutionException broken) {
            throw new Unreadable(String.valueOf(broken.getCause()), broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Unreadable("ended", ended);
        }
    }

    private static HostPort address(StationAccess station) {
        return new HostPort(station.address(), station.apiPort());
    }

    private record Pass(double millis, long processorNanos, int requests, int properties) {}

    /** Of this whole process, the stations' side of it included: other programs do not count. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private StationLink openLink(StationAccess station) {
        StationLink link = new StationLink(
                address(station),
                new HttpsTransport(address(station)),
                new FilePins(folder.resolve("pins")),
                LinkEnvironment.real("bench"));
        var _ = link.accept(Optional.empty()).join();
        var _ = link.logIn(Credentials.admin(station.password())).join();
        return link;
    }

    private static Pass throughLink(StationLink link) {
        long processor = processorNanos();
        long start = System.nanoTime();
        int properties = link.readAll(RequestClass.USER).join() instanceof Outcome.Ok<List<PropertyRow>>(var all)
                ? all.size()
                : 0;
        return new Pass((System.nanoTime() - start) / NANOS_A_MILLI, processorNanos() - processor, 0, properties);
    }

    private static void logIn(HttpsTransport transport, StationAccess station) throws Unreadable {
        byte[] login = new ApiCodec().login(new LoginRequest(station.username(), station.password(), "bench"));
        body(transport, Request.post(ApiPath.LOGIN, login));
    }

    private static Pass bareLoop(HttpsTransport transport) throws Unreadable {
        ApiCodec codec = new ApiCodec();
        long processor = processorNanos();
        long start = System.nanoTime();
        int requests = 1;
        int properties = 0;
        for (String category : codec.parseCategories(body(transport, Request.get(ApiPath.CATEGORIES)))) {
            int offset = 0;
            int total;
            do {
                var page = codec.parsePage(body(
                        transport,
                        Request.get(ApiPath.PROPERTIES + "?cat=" + category + "&offset=" + offset)));
                requests++;
                offset += page.rows().size();
                total = page.total();
            } while (offset < total);
            properties += offset;
        }
        double millis = (System.nanoTime() - start) / NANOS_A_MILLI;
        return new Pass(millis, processorNanos() - processor, requests, properties);
    }

    private static byte[] body(HttpsTransport transport, Request request) throws Unreadable {
        if (transport.exchange(request) instanceof Outcome.Ok<Reply>(var reply) && reply.status() == Reply.OK) {
            return reply.body();
        }
        throw new Unreadable("no reply to " + request.target());
    }
}
