package plugwright.station.mdns;

import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.net.DatagramEndpoint;
import plugwright.net.NetworkAdapters;
import plugwright.net.Sockets;
import plugwright.station.presence.Posts;
import plugwright.station.presence.Presence;
import plugwright.wire.presence.StationPresence;

/**
 * Shell: one responder for all stations of this process on loopback. One socket hears the questions; each station's
 * answers come from its own address.
 */
final class LoopbackMdns implements Presence {

    private static final Ipv4Address GROUP = new Ipv4Address(0xe000_00fb);

    /** RFC 6762 §8.3: announce twice, a second apart. */
    private static final Executor A_SECOND_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    /** Several tools that start together share an answer; one that comes later gets its own at its next question. */
    private static final Duration LEAST_BETWEEN_ANSWERS = Duration.ofMillis(100);

    private static final class Posted implements Posts.Post {
        private final StationPresence station;
        private final StationRecords records;
        private final DatagramEndpoint endpoint;
        private final Map<List<DnsRecord>, WireTime> lastSent = new HashMap<>();

        Posted(StationPresence station, DatagramEndpoint endpoint) {
            this.station = station;
            this.records = new StationRecords(station);
            this.endpoint = endpoint;
        }

        @Override
        public StationPresence station() {
            return station;
        }

        @Override
        public DatagramEndpoint endpoint() {
            return endpoint;
        }

        /** The kinds of answer are few: combinations of five records. */
        boolean mayRepeat(DnsResponse response, WireTime now) {
            WireTime last = lastSent.get(response.answers());
            boolean may = last == null || now.since(last).compareTo(LEAST_BETWEEN_ANSWERS) >= 0;
            if (may) {
                lastSent.put(response.answers(), now);
            }
            return may;
        }
    }

    private final int port;
    private final InetSocketAddress group;
    private final Posts<Posted> posts;

    LoopbackMdns(int port) {
        this.port = port;
        this.posts = new Posts<>("mDNS", port);
        this.group = Sockets.at(GROUP, port);
    }

    @Override
    public synchronized Outcome<StationPresence> announce(StationPresence station) {
        Optional<NetworkInterface> loopback = NetworkAdapters.having(station.address());
        if (loopback.isEmpty()) {
            return Outcome.failed(ProblemCode.NO_ADAPTER);
        }
        return posts.open(
                        station,
                        () -> DatagramEndpoint.hearing(group.getAddress(), port, loopback.get(), this::received),
                        () -> DatagramEndpoint.multicasting(
                                Sockets.at(station.address(), port), loopback.get(), this::received),
                        endpoint -> new Posted(station, endpoint))
                .map(entry -> {
                    toEveryone(entry, entry.records.announcement());
                    A_SECOND_LATER.execute(() -> announceAgain(entry));
                    return station;
                });
    }

    @Override
    public synchronized void withdraw(StationId station) {
        posts.withdraw(station, this::sayGoodbye);
    }

    @Override
    public synchronized void close() {
        posts.close(this::sayGoodbye);
    }

    private void sayGoodbye(Posted entry) {
        toEveryone(entry, entry.records.goodbye());
    }

    private synchronized void announceAgain(Posted entry) {
        if (posts.find(entry.station.id()).filter(now -> now == entry).isPresent()) {
            toEveryone(entry, entry.records.announcement());
        }
    }

    private void received(InetSocketAddress from, byte[] message) {
        DnsCodec.readQuery(message).ifPresent(query -> answer(query, from));
    }

    private synchronized void answer(DnsQuery query, InetSocketAddress from) {
        if (!Sockets.addressOf(from).isLoopback()) {
            return;
        }
        boolean plain = from.getPort() != port;
        for (Posted entry : posts.all()) {
            if (plain) {
                entry.records.plainAnswer(query).ifPresent(one -> entry.endpoint.send(DnsCodec.write(one), from));
            } else {
                entry.records.answer(query).filter(one -> entry.mayRepeat(one, now())).ifPresent(one -> toEveryone(entry, one));
            }
        }
    }

    private void toEveryone(Posted entry, DnsResponse response) {
        entry.endpoint.send(DnsCodec.write(response), group);
    }

    private static WireTime now() {
        return new WireTime(System.nanoTime());
    }
}
