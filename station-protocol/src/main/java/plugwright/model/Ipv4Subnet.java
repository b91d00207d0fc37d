package plugwright.model;

import java.util.Optional;

/**
 * An IPv4 address with the length of its network's prefix, as an adapter has it.
 *
 * @param address the machine's own address in it
 * @param prefix bits of the network, 0 to 32
 */
public record Ipv4Subnet(Ipv4Address address, int prefix) {

    private static final int ADDRESS_BITS = 32;

    /** From this prefix on a network has no address left for everyone (RFC 3021). */
    private static final int POINT_TO_POINT = 31;

    public Ipv4Subnet {
        if (prefix < 0 || prefix > ADDRESS_BITS) {
            throw new IllegalArgumentException("not a prefix: " + prefix);
        }
    }

    /** Whether the other address is in this network. */
    public boolean contains(Ipv4Address other) {
        return ((address.bits() ^ other.bits()) & mask()) == 0;
    }

    /** The address that reaches everyone in it; empty for a point-to-point link. */
    public Optional<Ipv4Address> broadcast() {
        return prefix >= POINT_TO_POINT ? Optional.empty() : Optional.of(new Ipv4Address(address.bits() | ~mask()));
    }

    public boolean isLoopback() {
        return address.isLoopback();
    }

    private int mask() {
        return prefix == 0 ? 0 : -1 << (ADDRESS_BITS - prefix);
    }

    /** {@code 10.0.3.1/24}. */
    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
