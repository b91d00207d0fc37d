package plugwright.model;

import java.util.List;

/**
 * A network adapter of this machine that is up, with its IPv4 addresses.
 *
 * @param name the system's short name, e.g. {@code eth0}
 * @param label what the user knows it by; the name where the system has no better
 * @param subnets its addresses, at least one, in the system's order
 */
public record NetworkAdapter(String name, String label, List<Ipv4Subnet> subnets) {

    public NetworkAdapter {
        subnets = List.copyOf(subnets);
        if (subnets.isEmpty()) {
            throw new IllegalArgumentException("an adapter without an address: " + name);
        }
    }

    /** Whether an address is in one of its networks. */
    public boolean reaches(Ipv4Address address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    public boolean isLoopback() {
        return subnets.getFirst().isLoopback();
    }
}
