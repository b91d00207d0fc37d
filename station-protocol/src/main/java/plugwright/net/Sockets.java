package plugwright.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import plugwright.model.Ipv4Address;

/** Between our addresses and the JDK's. */
public final class Sockets {

    private Sockets() {}

    /** The address with a port, 0 for any free one. */
    public static InetSocketAddress at(Ipv4Address address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException("four bytes are an IPv4 address", wrongLength);
        }
    }

    /** The IPv4 address of one that {@link DatagramEndpoint} reports. */
    public static Ipv4Address addressOf(InetSocketAddress from) {
        return Ipv4Address.of(from.getAddress().getAddress());
    }
}
