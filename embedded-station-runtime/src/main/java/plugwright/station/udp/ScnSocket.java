package plugwright.station.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.Ipv4Subnet;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.net.DatagramEndpoint;
import plugwright.net.NetworkAdapters;
import plugwright.net.Sockets;

/**
 * Shell: what one station says to its network and hears of it. Everything is broadcast on the subnet of the station's
 * address; what comes from elsewhere is not for it. What the system cannot hold until it is read is lost, as on any
 * wire. Safe for several threads at once.
 */
public final class ScnSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScnSocket.class);

    private final DatagramEndpoint hearing;
    private final DatagramEndpoint speaking;
    private final InetSocketAddress everyone;

    private ScnSocket(DatagramEndpoint hearing, DatagramEndpoint speaking, InetSocketAddress everyone) {
        this.hearing = hearing;
        this.speaking = speaking;
        this.everyone = everyone;
    }

    /**
     * Opens a station's sockets.
     *
     * @param own the station's address, one of this machine's
     * @param port of the network
     * @param receiver takes each datagram on a thread of its own, one after the other
     * @return the open sockets, or NO_ADAPTER, PORT_IN_USE
     */
    public static Outcome<ScnSocket> open(Ipv4Address own, int port, Consumer<byte[]> receiver) {
        Optional<Ipv4Subnet> subnet = NetworkAdapters.subnetOf(own);
        Optional<Ipv4Address> broadcast = subnet.flatMap(Ipv4Subnet::broadcast);
        if (broadcast.isEmpty()) {
            return Outcome.failed(ProblemCode.NO_ADAPTER);
        }
        Ipv4Subnet ours = subnet.get();
        try {
            // A broadcast reaches sockets on every address, not those on the station's own; answers are not expected.
            DatagramEndpoint speaking = DatagramEndpoint.broadcasting(Sockets.at(own, 0), (_, _) -> {});
            try {
                DatagramEndpoint hearing = DatagramEndpoint.broadcasting(new InetSocketAddress(port), (from, datagram) -> {
                    if (ours.contains(Sockets.addressOf(from))) {
                        receiver.accept(datagram);
                    }
                });
                return Outcome.ok(new ScnSocket(hearing, speaking, Sockets.at(broadcast.get(), port)));
            } catch (IOException refused) {
                speaking.close();
                throw refused;
            }
        } catch (IOException refused) {
            LOG.warn("the network of {} does not open: {}", own, refused.toString());
            return Outcome.failed(ProblemCode.PORT_IN_USE, own.toString(), Integer.toString(port));
        }
    }

    /** Sends to everyone on the subnet; what the system refuses is lost. */
    public void send(byte[] datagram) {
        speaking.send(datagram, everyone);
    }

    @Override
    public void close() {
        speaking.close();
        hearing.close();
    }
}
