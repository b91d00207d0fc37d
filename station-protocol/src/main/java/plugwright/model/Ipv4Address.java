package plugwright.model;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An IPv4 address as a value, never a name to be looked up.
 *
 * @param bits the four bytes, first byte highest
 */
public record Ipv4Address(int bits) {

    /** Reaches every station on the wire, whatever its subnet (RFC 919). */
    public static final Ipv4Address EVERYONE_ON_THE_WIRE = new Ipv4Address(-1);

    /** Bytes of an address. */
    public static final int BYTES = Integer.BYTES;

    private static final int UNSIGNED_BYTE = 0xff;
    private static final int LOOPBACK_NET = 127;
    private static final int FIRST_MULTICAST_NET = 224;

    /** The first two bytes of RFC 3927's network, 169.254. */
    private static final int LINK_LOCAL_NET = 0xa9fe;

    /** Reads four figures with dots; empty for everything else. */
    public static Optional<Ipv4Address> parse(String text) {
        String[] figures = text.split("\\.", -1);
        if (figures.length != BYTES) {
            return Optional.empty();
        }
        int bits = 0;
        for (String figure : figures) {
            if (!figure.matches("[0-9]{1,3}") || Integer.parseInt(figure) > UNSIGNED_BYTE) {
                return Optional.empty();
            }
            bits = bits << Byte.SIZE | Integer.parseInt(figure);
        }
        return Optional.of(new Ipv4Address(bits));
    }

    /** The address of four bytes. */
    public static Ipv4Address of(byte[] bytes) {
        return new Ipv4Address(ByteBuffer.wrap(bytes).getInt());
    }

    /** Its four bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putInt(bits).array();
    }

    /** 127.x.x.x. */
    public boolean isLoopback() {
        return bits >>> 24 == LOOPBACK_NET;
    }

    /** 169.254.x.x, which a machine gives itself where nobody gives it one: Auto-IP. */
    public boolean isAutoIp() {
        return bits >>> 16 == LINK_LOCAL_NET;
    }

    /** Whether it can be one machine's: neither 0.x.x.x, nor multicast, nor broadcast. */
    public boolean isHost() {
        int net = bits >>> 24;
        return net > 0 && net < FIRST_MULTICAST_NET;
    }

    /** {@code 10.0.3.21}. */
    @Override
    public String toString() {
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> Integer.toString(bits >>> shift & UNSIGNED_BYTE))
                .collect(Collectors.joining("."));
    }
}
