package plugwright.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.Ipv4Subnet;
import plugwright.model.NetworkAdapter;
import plugwright.model.WireTime;
import plugwright.net.DatagramEndpoint;
import plugwright.net.Sockets;
import plugwright.wire.presence.IgnoredPackets;
import plugwright.wire.presence.PresenceCodec;
import plugwright.wire.presence.PresencePacket;
import plugwright.wire.presence.Reading;
import plugwright.wire.presence.StationPresence;

/**
 * Shell: asks by UDP on every adapter and hears announcements. One socket an adapter address asks and takes the
 * answers; one on the well-known port hears what stations say of their own accord.
 */
final class UdpSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UdpSource.class);

    private final int port;
    private final IgnoredPackets ignored;
    private final Consumer<News> news;
    private final Map<Ipv4Subnet, DatagramEndpoint> asking = new HashMap<>();
    private volatile List<NetworkAdapter> adapters = List.of();
    private @Nullable DatagramEndpoint hearing;

    UdpSource(int port, IgnoredPackets ignored, Consumer<News> news) {
        this.port = port;
        this.ignored = ignored;
        this.news = news;
    }

    /** These are the adapters from now on. */
    void adapters(List<NetworkAdapter> present) {
        adapters = List.copyOf(present);
        hear();
        Set<Ipv4Subnet> subnets =
                present.stream().flatMap(adapter -> adapter.subnets().stream()).collect(Collectors.toSet());
        asking.entrySet().removeIf(entry -> {
            boolean vanished = !subnets.contains(entry.getKey());
            if (vanished) {
                entry.getValue().close();
            }
            return vanished;
        });
        for (NetworkAdapter adapter : present) {
            for (Ipv4Subnet subnet : adapter.subnets()) {
                askFrom(subnet, adapter.name());
            }
        }
    }

    /** Sends one query everywhere. */
    void ask() {
        long queryId = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        byte[] query = PresenceCodec.write(new PresencePacket.Query(queryId));
        asking.forEach((subnet, endpoint) -> {
            subnet.broadcast().ifPresent(all -> endpoint.send(query, Sockets.at(all, port)));
            if (!subnet.isLoopback()) {
                endpoint.send(query, Sockets.at(Ipv4Address.EVERYONE_ON_THE_WIRE, port));
            }
        });
    }

    @Override
    public void close() {
        asking.values().forEach(DatagramEndpoint::close);
        asking.clear();
        if (hearing != null) {
            hearing.close();
            hearing = null;
        }
    }

    private void hear() {
        if (hearing != null) {
            return;
        }
        try {
            hearing =
                    DatagramEndpoint.broadcasting(
                            new InetSocketAddress(port), (from, datagram) -> received(datagram, Optional.empty()));
        } catch (IOException taken) {
            LOG.info("Announcements on UDP {} are not heard: {}", port, taken.toString());
        }
    }

    private void askFrom(Ipv4Subnet subnet, String adapter) {
        if (asking.containsKey(subnet)) {
            return;
        }
        try {
            asking.put(
                    subnet,
                    DatagramEndpoint.broadcasting(
                            Sockets.at(subnet.address(), 0),
                            (from, datagram) -> received(datagram, Optional.of(adapter))));
        } catch (IOException refused) {
            LOG.info("Stations are not asked for by UDP on {} {}: {}", adapter, subnet, refused.toString());
        }
    }

    private void received(byte[] datagram, Optional<String> adapter) {
        switch (PresenceCodec.read(datagram)) {
            case Reading.Ignored(var reason) -> ignored.count(reason);
            case Reading.Ours(PresencePacket.Query _) -> {
                // Ours or another tool's: for stations.
            }
            case Reading.Ours(PresencePacket.Goodbye goodbye) -> news.accept(new News.SaidGoodbye(goodbye.station()));
            case Reading.Ours(PresencePacket.Announcement(_, StationPresence station)) -> {
                String seenOn = adapter.orElseGet(() -> likelyAdapter(station.address()));
                news.accept(new News.Seen(sighting(station, seenOn)));
            }
        }
    }

    /** The system does not tell on which adapter a broadcast came: the one in whose network the station is, else the first. */
    private String likelyAdapter(Ipv4Address station) {
        List<NetworkAdapter> present = adapters;
        return present.stream()
                .filter(adapter -> adapter.reaches(station))
                .findFirst()
                .or(() -> present.stream().filter(adapter -> !adapter.isLoopback()).findFirst())
                .map(NetworkAdapter::name)
                .orElse("");
    }

    private static Sighting sighting(StationPresence station, String adapter) {
        return new Sighting(
                station.id(),
                station.api(),
                Source.UDP,
                adapter,
                new WireTime(System.nanoTime()),
                KnownFacts.of("", station.model(), station.firmware(), station.type()));
    }
}
