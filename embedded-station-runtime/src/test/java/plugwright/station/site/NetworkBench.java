package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.Phase;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.member.MemberStatus;
import plugwright.station.sim.VehicleSpec;
import plugwright.wire.scn.NetworkKey;

/**
 * A network of stations of one socket over real UDP on loopback, faster than real time. A thread of its own adds up
 * what is told all the while.
 */
final class NetworkBench implements AutoCloseable {

    static final NetworkKey KEY = NetworkKey.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    /** Silence of 5 s is a quarter of a second then: more than a busy machine keeps a thread waiting. */
    private static final double SPEED = 20;

    /** To get over the minutes of probing, in which being late does no harm. */
    private static final double QUICK = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final int port;
    final List<SimulatedSite> sites = new ArrayList<>();
    final List<StationAccess> stations = new ArrayList<>();
    private final StationModel model;
    private final String firstAddress;
    private final Path state;
    private final AtomicInteger highest = new AtomicInteger();
    private final AtomicInteger mostLeading = new AtomicInteger();
    private final Thread watch;
    private volatile boolean ended;

    NetworkBench(String firstAddress, Path state, int count, SiteNetwork network) throws IOException {
        this(StationModel.single(), firstAddress, state, count, network);
    }

    /** @param model of one socket */
    NetworkBench(StationModel model, String firstAddress, Path state, int count, SiteNetwork network) throws IOException {
        this.model = model;
        this.firstAddress = firstAddress;
        this.state = state;
        try (DatagramSocket any = new DatagramSocket(0, InetAddress.getByName(firstAddress))) {
            this.port = any.getLocalPort();
        }
        add(count, firstAddress, "first", network);
        this.watch = Thread.ofVirtual().start(this::addUp);
    }

    private SitePlan plan(int count, String address, String folder) {
        return SitePlan.of(model, state.resolve(folder))
                .withFirstAddress(address)
                .withCount(count)
                .withPorts(0, 1_502)
                .withSpeed(SPEED)
                .withFoundBy(Set.of())
                .withNetworkPort(port);
    }

    /** Stations of another process as far as the network can see. */
    void add(int count, String address, String folder, SiteNetwork network) {
        add(plan(count, address, folder).withNetwork(network));
    }

    private void add(SitePlan plan) {
        SimulatedSite site = switch (SimulatedSite.open(plan)) {
            case Outcome.Ok<SimulatedSite>(SimulatedSite open) -> open;
            case Outcome.Failed<SimulatedSite> failed -> throw new AssertionError(failed.problem().toString());
        };
        synchronized (sites) {
            sites.add(site);
            stations.addAll(site.stations());
        }
    }

    /** Their process ends and starts again, with the same folder. */
    void restart(int count, SiteNetwork network) {
        restart(plan(count, firstAddress, "first").withNetwork(network));
    }

    /** The same, by somebody who does not say that they are of a network. */
    void restartAsTheyAre(int count) {
        restart(plan(count, firstAddress, "first"));
    }

    private void restart(SitePlan plan) {
        synchronized (sites) {
            sites.getFirst().close();
            sites.clear();
            stations.clear();
        }
        add(plan);
    }

    private void addUp() {
        while (!ended) {
            highest.accumulateAndGet(sum(), Math::max);
            mostLeading.accumulateAndGet(leading(), Math::max);
            try {
                Thread.sleep(2);
            } catch (InterruptedException asked) {
                return;
            }
        }
    }

    /** What all are told on the phase that has most, in mA. */
    int sum() {
        int[] sums = new int[Phase.values().length];
        for (SiteSnapshot.StationView view : views()) {
            SocketSnapshot socket = view.inside().socket(SocketNumber.ONE);
            for (Phase phase : socket.countedPhases()) {
                sums[phase.index()] += socket.offer().told().milliampere();
            }
        }
        return Math.max(sums[0], Math.max(sums[1], sums[2]));
    }

    /** How many may grant at this moment. */
    private int leading() {
        int leading = 0;
        synchronized (sites) {
            for (SimulatedSite site : sites) {
                leading += (int) site.networks().stream()
                        .flatMap(java.util.Optional::stream)
                        .filter(n -> n.authority() == MemberStatus.Authority.HELD)
                        .count();
            }
        }
        return leading;
    }

    /** The most that could grant at any moment. */
    int mostLeading() {
        return mostLeading.get();
    }

    /** Whether any of these stations has a grant, as far as each knows. */
    boolean isAnyGranted(int... indices) throws Exception {
        boolean granted = false;
        for (int index : indices) {
            granted |= value(index, Known.NETWORK_BASIS).equals("GRANTED");
        }
        return granted;
    }

    /** The most that was told together since this was asked last. */
    int highestSum() {
        return highest.getAndSet(0);
    }

    private List<SiteSnapshot.StationView> views() {
        List<SiteSnapshot.StationView> views = new ArrayList<>();
        synchronized (sites) {
            sites.forEach(site -> views.addAll(site.snapshot().stations()));
        }
        return views;
    }

    private SimulatedSite siteOf(int index) {
        synchronized (sites) {
            return sites.stream()
                    .filter(s -> s.stations().contains(stations.get(index)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void command(int index, SiteCommand command) {
        assertThat(siteOf(index).command(command)).isInstanceOf(Outcome.Ok.class);
    }

    void plug(int index, int phases) {
        command(index, new SiteCommand.PlugIn(
                stations.get(index).serial(), SocketNumber.ONE, VehicleSpec.of(phases, Ampere.of(32))));
    }

    void plugAll() {
        for (int i = 0; i < stations.size(); i++) {
            plug(i, 3);
        }
    }

    void pullCable(int index) {
        command(index, new SiteCommand.PullNetworkCable(stations.get(index).serial()));
    }

    void plugCable(int index) {
        command(index, new SiteCommand.PlugNetworkCable(stations.get(index).serial()));
    }

    void contact(int index, SiteCommand.Contact now) {
        command(index, new SiteCommand.SwitchContact(stations.get(index).serial(), now));
    }

    void reboot(int index) {
        command(index, new SiteCommand.Reboot(stations.get(index).serial()));
    }

    SocketSnapshot socket(int index) {
        return views().get(index).inside().socket(SocketNumber.ONE);
    }

    int told(int index) {
        return socket(index).offer().told().milliampere();
    }

    List<Integer> told() {
        return views().stream()
                .map(v -> v.inside().socket(SocketNumber.ONE).offer().told().milliampere())
                .toList();
    }

    /** Lets all be probed and share. */
    void settle(Integer... milliampere) {
        setSpeed(QUICK);
        awaitTold(milliampere);
        setSpeed(SPEED);
    }

    /** Lets so much of the site's time go by at the speed for settling. */
    void settleFor(Duration site) throws InterruptedException {
        setSpeed(QUICK);
        Thread.sleep((long) (site.toMillis() / QUICK));
        setSpeed(SPEED);
    }

    private void setSpeed(double speed) {
        synchronized (sites) {
            sites.forEach(site -> site.command(new SiteCommand.SetSpeed(speed)));
        }
    }

    static void await(String what, java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
    }

    /** Until what all are told on the phase that has most is so much, in mA. */
    void awaitSum(int least, int most) {
        await(least + " to " + most + " mA", () -> sum() >= least && sum() <= most);
    }

    void awaitTold(Integer... milliampere) {
        List<Integer> wanted = List.of(milliampere);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(told()).isEqualTo(wanted));
    }

    /** Lets time of the site go by. */
    void pass(Duration site) throws InterruptedException {
        Thread.sleep((long) (site.toMillis() / SPEED));
    }

    /** What a property says over the station's API. */
    String value(int index, PropertyId id) throws Exception {
        try (RawClient api = api(index)) {
            String body = api.get("/api/prop?ids=" + id).body();
            String key = "\"value\":";
            int at = body.indexOf(key) + key.length();
            return body.substring(at, body.indexOf('}', at)).replace("\"", "");
        }
    }

    /** Writes properties over the station's API, in one request. */
    void write(int index, Map<PropertyId, Object> values) throws Exception {
        StringJoiner body = new StringJoiner(",", "{", "}");
        values.forEach((id, value) -> body.add("\"" + id + "\":{\"id\":\"" + id + "\",\"value\":\"" + value + "\"}"));
        try (RawClient api = api(index)) {
            assertThat(api.post("/api/prop", body.toString()).status()).isEqualTo(200);
        }
    }

    /** The whole of a station's log, newest first. */
    List<String> log(int index) throws Exception {
        List<String> lines = new ArrayList<>();
        try (RawClient api = api(index)) {
            for (int offset = 0; ; ) {
                List<String> page = api.get("/api/log?offset=" + offset).body().lines().toList();
                if (page.isEmpty()) {
                    return lines;
                }
                lines.addAll(page);
                offset += page.size();
            }
        }
    }

    boolean hasLogged(int index, String text) throws Exception {
        return log(index).stream().anyMatch(l -> l.contains(text));
    }

    private RawClient api(int index) throws Exception {
        StationAccess station = stations.get(index);
        RawClient client = new RawClient(station.address(), station.apiPort());
        assertThat(client.login(station.password()).status()).isEqualTo(200);
        return client;
    }

    @Override
    public void close() {
        ended = true;
        watch.interrupt();
        synchronized (sites) {
            sites.forEach(SimulatedSite::close);
        }
    }
}
