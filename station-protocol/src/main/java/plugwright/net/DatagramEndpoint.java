package plugwright.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One IPv4 UDP socket and the virtual thread that reads it. The address may be shared with other sockets
 * (SO_REUSEADDR), so that several programs of one machine hear the same broadcasts. Sending may be done from any
 * thread.
 */
public final class DatagramEndpoint implements AutoCloseable {

    /** Takes what arrives, on the reader's thread. */
    @FunctionalInterface
    public interface Receiver {
        void received(InetSocketAddress from, byte[] datagram);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DatagramEndpoint.class);

    /** One byte more than the longest datagram anyone here accepts (multicast DNS, RFC 6762 §17: 9000 with headers). */
    private static final int BUFFER_BYTES = 9_001;

    /** A site of some hundred stations answers one question at once; the kernel's default holds about 270. */
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    /** RFC 6762 §11: receivers may take fewer for a packet from elsewhere. */
    private static final int MULTICAST_HOPS = 255;

    /** A reader whose socket fails again and again stops instead of spinning. */
    private static final int MOST_FAILURES_IN_A_ROW = 100;

    private final DatagramChannel channel;

    private DatagramEndpoint(DatagramChannel channel, Receiver receiver) {
        this.channel = channel;
        Thread.ofVirtual().name("udp " + local(channel)).start(() -> readAll(receiver));
    }

    /**
     * A socket that may broadcast.
     *
     * @param bind address and port, 0 for any free one
     * @throws IOException if the address cannot be bound
     */
    public static DatagramEndpoint broadcasting(InetSocketAddress bind, Receiver receiver) throws IOException {
        DatagramChannel channel = bound(bind);
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        return new DatagramEndpoint(channel, receiver);
    }

    /**
     * A socket that hears a multicast group on one adapter.
     *
     * @throws IOException if the port cannot be bound or the group not be joined
     */
    public static DatagramEndpoint hearing(InetAddress group, int port, NetworkInterface adapter, Receiver receiver)
            throws IOException {
        DatagramChannel channel = bound(new InetSocketAddress(port));
        try {
            channel.join(group, adapter);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, adapter);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, MULTICAST_HOPS);
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
        return new DatagramEndpoint(channel, receiver);
    }

    /**
     * A socket with an address of its own that sends to multicast groups by one adapter.
     *
     * @throws IOException if the address cannot be bound
     */
    public static DatagramEndpoint multicasting(InetSocketAddress bind, NetworkInterface adapter, Receiver receiver)
            throws IOException {
        DatagramChannel channel = bound(bind);
        try {
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, adapter);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, MULTICAST_HOPS);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        return new DatagramEndpoint(channel, receiver);
    }

    private static DatagramChannel bound(InetSocketAddress bind) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(bind);
            return channel;
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /** Where it is bound; 0.0.0.0:0 once closed. */
    public InetSocketAddress local() {
        return local(channel);
    }

    /** Sends one datagram; a refusal by the system is logged and answered with false, as a loss on the way would be. */
    public boolean send(byte[] datagram, InetSocketAddress to) {
        try {
            return channel.send(ByteBuffer.wrap(datagram), to) == datagram.length;
        } catch (IOException | RuntimeException refused) {
            LOG.debug("{} could not send to {}: {}", this, to, refused.toString());
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            LOG.debug("{} did not close cleanly: {}", this, alreadyBroken.toString());
        }
    }

    @Override
    public String toString() {
        return "udp " + local();
    }

    private void readAll(Receiver receiver) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        int failures = 0;
        while (channel.isOpen() && failures < MOST_FAILURES_IN_A_ROW) {
            buffer.clear();
            try {
                if (channel.receive(buffer) instanceof InetSocketAddress from && from.getAddress() instanceof Inet4Address) {
                    byte[] datagram = new byte[buffer.position()];
                    buffer.flip().get(datagram);
                    receiver.received(from, datagram);
                }
                failures = 0;
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException | RuntimeException unreadable) {
                failures++;
                LOG.warn("{} could not take a datagram: {}", this, unreadable.toString());
            }
        }
    }

    private static InetSocketAddress local(DatagramChannel channel) {
        try {
            return channel.getLocalAddress() instanceof InetSocketAddress address ? address : new InetSocketAddress(0);
        } catch (IOException closed) {
            return new InetSocketAddress(0);
        }
    }
}
