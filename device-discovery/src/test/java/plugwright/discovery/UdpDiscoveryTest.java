package plugwright.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.NetworkAdapter;
import plugwright.model.Outcome;
import plugwright.model.StationId;
import plugwright.station.udp.UdpPresence;
import plugwright.wire.presence.IgnoredReason;
import plugwright.wire.presence.StationPresence;

/** Over real sockets on loopback, on a port of the test's own. */
class UdpDiscoveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final int port = Stations.freeUdpPort();
    private final Stations stations = new Stations();
    private final AtomicReference<List<Found>> latest = new AtomicReference<>(List.of());

    @Tag("DSC-1")
    @Test
    void findsAllByUdpAloneWhenTheStationsStartedLongBefore() {
        List<StationPresence> site = Stations.site(64, 1443);
        try (UdpPresence presence = new UdpPresence(port)) {
            site.forEach(station -> announce(presence, station));
            try (StationFinder finder = find(List.of(Stations.LOOPBACK))) {
                await().atMost(SOON).untilAsserted(() -> assertThat(reachable()).containsExactlyElementsOf(ids(site)));
                assertThat(finder.dropped()).isZero();
            }
        }
        assertThat(latest.get()).allSatisfy(found -> {
            assertThat(found.sources()).containsExactly(Source.UDP);
            assertThat(found.adapters()).containsExactly("lo");
            assertThat(found.facts().identity()).contains("CP-" + found.serial().orElseThrow());
        });
        assertThat(latest.get()).extracting(Found::at).containsExactlyElementsOf(
                site.stream().map(StationPresence::api).toList());
    }

    @Tag("DSC-1")
    @Test
    void marksAStationGoneAtGoodbyeAndReachableWhenItIsBack() {
        StationPresence station = Stations.site(1, 1443).getFirst();
        try (UdpPresence presence = new UdpPresence(port)) {
            announce(presence, station);
            try (StationFinder finder = find(List.of(Stations.LOOPBACK))) {
                await().atMost(SOON).until(() -> state(station.id()).orElse(null) instanceof StationState.Reachable);
                stations.switchOff(station);
                presence.withdraw(station.id());
                await().atMost(SOON).until(() -> state(station.id()).orElse(null) instanceof StationState.Gone);
                announce(presence, station);
                await().atMost(SOON).until(() -> state(station.id()).orElse(null) instanceof StationState.Reachable);
                assertThat(finder.dropped()).isZero();
            }
        }
    }

    @Tag("DSC-1")
    @Test
    void looksOnAnAdapterThatComesLater() {
        StationPresence station = Stations.site(1, 1443).getFirst();
        List<NetworkAdapter> adapters = new CopyOnWriteArrayList<>();
        try (UdpPresence presence = new UdpPresence(port)) {
            announce(presence, station);
            try (StationFinder _ = find(adapters)) {
                adapters.add(Stations.LOOPBACK);
                await().atMost(SOON).until(() -> state(station.id()).orElse(null) instanceof StationState.Reachable);
                adapters.clear();
                await().atMost(SOON).until(() -> !(state(station.id()).orElse(null) instanceof StationState.Asking)
                        && latest.get().getFirst().adapters().isEmpty());
            }
        }
    }

    @Tag("DSC-1")
    @Test
    void ignoresAndCountsForeignDatagramsOnBothSides() throws Exception {
        StationPresence station = Stations.site(1, 1443).getFirst();
        byte[] foreign = {(byte) 0x9a, 0x17, 0x00, 0x42};
        try (UdpPresence presence = new UdpPresence(port);
                StationFinder finder = find(List.of(Stations.LOOPBACK));
                DatagramSocket stranger = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            announce(presence, station);
            await().atMost(SOON).until(() -> state(station.id()).orElse(null) instanceof StationState.Reachable);
            stranger.setBroadcast(true);
            stranger.send(new DatagramPacket(foreign, foreign.length, new InetSocketAddress("127.255.255.255", port)));
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(presence.ignored().of(IgnoredReason.NOT_OURS)).isEqualTo(1);
                assertThat(finder.ignored().of(IgnoredReason.NOT_OURS)).isEqualTo(1);
            });
            assertThat(finder.ignored().total()).isEqualTo(1);
            stranger.setSoTimeout(300);
            assertThat(receives(stranger)).as("an answer to a foreign datagram").isFalse();
            assertThat(latest.get()).hasSize(1);
        }
    }

    private static boolean receives(DatagramSocket socket) throws java.io.IOException {
        try {
            socket.receive(new DatagramPacket(new byte[1], 1));
            return true;
        } catch (java.net.SocketTimeoutException silence) {
            return false;
        }
    }

    private StationFinder find(List<NetworkAdapter> adapters) {
        return StationFinder.start(
                new FinderSettings(EnumSet.of(Source.UDP), port), () -> List.copyOf(adapters), stations, latest::set);
    }

    private void announce(UdpPresence presence, StationPresence station) {
        stations.switchOn(station);
        assertThat(presence.announce(station)).isEqualTo(Outcome.ok(station));
    }

    private List<StationId> reachable() {
        return latest.get().stream()
                .filter(found -> found.state() instanceof StationState.Reachable)
                .map(found -> found.serial().orElseThrow())
                .toList();
    }

    private Optional<StationState> state(StationId id) {
        return latest.get().stream()
                .filter(found -> found.serial().equals(Optional.of(id)))
                .map(Found::state)
                .findFirst();
    }

    private static List<StationId> ids(List<StationPresence> site) {
        return site.stream().map(StationPresence::id).toList();
    }
}
