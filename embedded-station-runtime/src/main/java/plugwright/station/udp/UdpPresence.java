package plugwright.station.udp;

import java.net.InetSocketAddress;
import java.util.Optional;
import plugwright.model.Ipv4Address;
import plugwright.model.Ipv4Subnet;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.presence.Posts;
import plugwright.station.presence.Presence;
import plugwright.net.DatagramEndpoint;
import plugwright.net.NetworkAdapters;
import plugwright.net.Sockets;
import plugwright.wire.presence.IgnoredPackets;
import plugwright.wire.presence.PresenceCodec;
import plugwright.wire.presence.PresencePacket;
import plugwright.wire.presence.Reading;
import plugwright.wire.presence.StationPresence;

/**
 * Shell: answers discovery queries for the stations of this process. One socket on every address hears broadcasts for
 * all of them; each station has one on its own address, so that answers come from there.
 */
public final class UdpPresence implements Presence {

    private record Posted(StationPresence station, Ipv4Subnet subnet, DatagramEndpoint endpoint, AnswerRule rule)
            implements Posts.Post {

        /** Loopback and the real network don't mix: neither can send to the other. */
        boolean canReach(Ipv4Address asker) {
            return asker.isLoopback() == subnet.isLoopback();
        }
    }

    private final int port;
    private final IgnoredPackets ignored = new IgnoredPackets();
    private final Posts<Posted> posts;

    /**
     * Opens nothing yet.
     *
     * @param port where queries come, {@link PresenceCodec#PORT} but in tests
     */
    public UdpPresence(int port) {
        this.port = port;
        this.posts = new Posts<>("UDP", port);
    }

    @Override
    public synchronized Outcome<StationPresence> announce(StationPresence station) {
        Optional<Ipv4Subnet> subnet = NetworkAdapters.subnetOf(station.address());
        if (subnet.isEmpty()) {
            return Outcome.failed(ProblemCode.NO_ADAPTER);
        }
        return posts.open(
                        station,
                        () -> DatagramEndpoint.broadcasting(
                                new InetSocketAddress(port),
                                (from, datagram) -> received(from, datagram, Optional.empty())),
                        () -> DatagramEndpoint.broadcasting(
                                Sockets.at(station.address(), port),
                                (from, datagram) -> received(from, datagram, Optional.of(station.id()))),
                        endpoint -> new Posted(station, subnet.get(), endpoint, new AnswerRule(now())))
                .map(entry -> {
                    toEveryone(entry, new PresencePacket.Announcement(PresencePacket.UNASKED, station));
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
        toEveryone(entry, new PresencePacket.Goodbye(entry.station.id()));
    }

    /** Datagrams that were not answered because they are none of ours. */
    public IgnoredPackets ignored() {
        return ignored;
    }

    /** @param only the station that was asked alone, by its own address */
    private void received(InetSocketAddress from, byte[] datagram, Optional<StationId> only) {
        switch (PresenceCodec.read(datagram)) {
            case Reading.Ignored(var reason) -> ignored.count(reason);
            case Reading.Ours(PresencePacket.Query(long queryId)) -> answer(queryId, from, only);
            case Reading.Ours(PresencePacket.Announcement _), Reading.Ours(PresencePacket.Goodbye _) -> {
                // Other stations' news is for tools.
            }
        }
    }

    private synchronized void answer(long queryId, InetSocketAddress from, Optional<StationId> only) {
        Ipv4Address asker = Sockets.addressOf(from);
        for (Posted entry : posts.all()) {
            boolean meant = only.isEmpty() || only.get().equals(entry.station.id());
            if (meant && entry.canReach(asker) && entry.rule.answers(queryId, now())) {
                // An asker in another subnet may have no way to be sent to; broadcasts reach it.
                InetSocketAddress to = entry.subnet.contains(asker) ? from : everyone();
                entry.endpoint.send(
                        PresenceCodec.write(new PresencePacket.Announcement(queryId, entry.station)), to);
            }
        }
    }

    private void toEveryone(Posted entry, PresencePacket packet) {
        byte[] bytes = PresenceCodec.write(packet);
        entry.subnet.broadcast().ifPresent(all -> entry.endpoint.send(bytes, Sockets.at(all, port)));
        if (!entry.subnet.isLoopback()) {
            entry.endpoint.send(bytes, everyone());
        }
    }

    private InetSocketAddress everyone() {
        return Sockets.at(Ipv4Address.EVERYONE_ON_THE_WIRE, port);
    }

    private static WireTime now() {
        return new WireTime(System.nanoTime());
    }
}
