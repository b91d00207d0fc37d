package plugwright.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.StationId;
import plugwright.station.mdns.MdnsPresence;
import plugwright.station.presence.Presence;
import plugwright.station.presence.Presences;
import plugwright.station.udp.UdpPresence;
import plugwright.wire.presence.StationPresence;

/** Over multicast on loopback and its fixed port: other programs' stations may show up too and are left aside. */
class MdnsDiscoveryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The library's own registration is heard only in its first five seconds. */
    private static final Duration LONG_AFTER = Duration.ofSeconds(6);

    private final int udpPort = Stations.freeUdpPort();
    private final Stations stations = new Stations();
    private final AtomicReference<List<Found>> latest = new AtomicReference<>(List.of());
    private final List<StationPresence> site = Stations.site(64, 1443);
    private final Set<StationId> mine = site.stream().map(StationPresence::id).collect(Collectors.toSet());

    @Tag("DSC-1")
    @Tag("slow")
    @Test
    void findsAllByMdnsAloneWhenTheStationsStartedLongBefore() {
        try (Presence presence = new MdnsPresence(MdnsPresence.PORT)) {
            site.forEach(station -> announce(presence, station));
            await().pollDelay(LONG_AFTER).until(() -> true);
            try (StationFinder _ = find(EnumSet.of(Source.MDNS))) {
                await().atMost(SOON).untilAsserted(() -> assertThat(reachable()).hasSize(64));
                assertThat(mine()).allSatisfy(found -> {
                    assertThat(found.sources()).containsExactly(Source.MDNS);
                    assertThat(found.adapters()).containsExactly("lo");
                });
                assertThat(mine()).extracting(Found::at).containsExactlyElementsOf(
                        site.stream().map(StationPresence::api).toList());
            }
        }
    }

    @Tag("DSC-1")
    @Tag("slow")
    @Test
    void listsEachStationOnceWhenBothSourcesSeeIt() {
        try (Presence presence = new Presences(List.of(new MdnsPresence(MdnsPresence.PORT), new UdpPresence(udpPort)))) {
            site.forEach(station -> announce(presence, station));
            try (StationFinder finder = find(EnumSet.of(Source.MDNS, Source.UDP))) {
                await().atMost(SOON).untilAsserted(() -> assertThat(mine())
                        .hasSize(64)
                        .allSatisfy(found ->
                                assertThat(found.sources()).containsExactlyInAnyOrder(Source.MDNS, Source.UDP)));
                finder.refresh();
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                assertThat(mine()).hasSize(64);
                assertThat(reachable()).hasSize(64);
            }
        }
    }

    @Tag("DSC-1")
    @Tag("slow")
    @Test
    void marksAStationGoneByMdnsGoodbyeAndFindsItAgain() {
        StationPresence station = site.getFirst();
        try (Presence presence = new MdnsPresence(MdnsPresence.PORT)) {
            announce(presence, station);
            try (StationFinder _ = find(EnumSet.of(Source.MDNS))) {
                await().atMost(SOON).until(() -> reachable().contains(station.id()));
                stations.switchOff(station);
                presence.withdraw(station.id());
                await().atMost(SOON).until(() -> mine().getFirst().state() instanceof StationState.Gone);
                announce(presence, station);
                await().atMost(SOON).until(() -> reachable().contains(station.id()));
            }
        }
    }

    private StationFinder find(Set<Source> sources) {
        return StationFinder.start(
                new FinderSettings(sources, udpPort), () -> List.of(Stations.LOOPBACK), stations, latest::set);
    }

    private void announce(Presence presence, StationPresence station) {
        stations.switchOn(station);
        presence.announce(station);
    }

    private List<Found> mine() {
        return latest.get().stream().filter(found -> found.serial().filter(mine::contains).isPresent()).toList();
    }

    private List<StationId> reachable() {
        return mine().stream()
                .filter(found -> found.state() instanceof StationState.Reachable)
                .map(found -> found.serial().orElseThrow())
                .toList();
    }
}
