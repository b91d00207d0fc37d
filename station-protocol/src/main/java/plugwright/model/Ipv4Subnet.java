package plugwright.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IPv4 address with the length of its network's prefix, as an adapter has it.
 *
 * @param address the machine's own address in it
 * @param prefix bits of the network, 0 to 32
 */
public record Ipv4Subnet(Inet4Address address, int prefix) {

    private static final int ADDRESS_BITS = 32;

    /** From this prefix on a network has no address left for everyone (RFC 3021). */
    private static final int POINT_TO_POINT = 31;

    /** RFC 3927: the network of addresses a machine gives itself, Auto-IP. */
    private static final int AUTO_IP_PREFIX = 16;

    public Ipv4Subnet {
        if (prefix < 0 || prefix > ADDRESS_BITS) {
            throw new IllegalArgumentException("not a prefix: " + prefix);
        }
    }

    /** Whether the other address is in this network. */
    public boolean contains(Inet4Address other) {
        return ((toInt(address) ^ toInt(other)) & mask()) == 0;
    }

    /** The address that reaches everyone in it; empty for a point-to-point link. */
    public Optional<Inet4Address> broadcast() {
        return prefix >= POINT_TO_POINT ? Optional.empty() : Optional.of(ofInt(toInt(address) | ~mask()));
    }

    /** Whether the address is one that a machine gives itself where nobody gives it one (169.254/16). */
    public boolean isAutoIp() {
        return prefix >= AUTO_IP_PREFIX && address.isLinkLocalAddress();
    }

    public boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /** As an unsigned number, first byte highest. */
    public static int toInt(Inet4Address address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }

    /** The address of that number. */
    public static Inet4Address ofInt(int number) {
        try {
            byte[] bytes = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
            return (Inet4Address) InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException("four bytes are an IPv4 address", wrongLength);
        }
    }

    /** Reads four figures with dots, without asking a name server; empty for everything else. */
    public static Optional<Inet4Address> parseAddress(String text) {
        String[] figures = text.split("\\.", -1);
        if (figures.length != Integer.BYTES) {
            return Optional.empty();
        }
        int number = 0;
        for (String figure : figures) {
            if (!figure.matches("[0-9]{1,3}") || Integer.parseInt(figure) > 0xff) {
                return Optional.empty();
            }
            number = number << Byte.SIZE | Integer.parseInt(figure);
        }
        return Optional.of(ofInt(number));
    }

    private int mask() {
        return prefix == 0 ? 0 : -1 << (ADDRESS_BITS - prefix);
    }

    /** {@code 10.0.3.1/24}. */
    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
