package plugwright.net;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Ipv4Address;
import plugwright.model.Ipv4Subnet;
import plugwright.model.NetworkAdapter;

/** Asks the system which network adapters there are now. */
public final class NetworkAdapters {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkAdapters.class);

    private NetworkAdapters() {}

    /** Adapters that are up and have an IPv4 address, loopback included, in the system's order. */
    public static List<NetworkAdapter> present() {
        List<NetworkAdapter> adapters = new ArrayList<>();
        for (NetworkInterface networkInterface : interfaces()) {
            List<Ipv4Subnet> subnets = subnets(networkInterface);
            if (!subnets.isEmpty()) {
                String label = networkInterface.getDisplayName();
                String name = networkInterface.getName();
                adapters.add(new NetworkAdapter(name, label == null ? name : label, subnets));
            }
        }
        return List.copyOf(adapters);
    }

    /** The system's handle of the adapter that has this address or, for loopback, whose network it is in. */
    public static Optional<NetworkInterface> having(Ipv4Address address) {
        return interfaces().stream()
                .filter(candidate -> subnets(candidate).stream().anyMatch(subnet -> has(subnet, address)))
                .findFirst();
    }

    /** The network in which this machine has the address; empty where no adapter has it. */
    public static Optional<Ipv4Subnet> subnetOf(Ipv4Address address) {
        return interfaces().stream()
                .flatMap(candidate -> subnets(candidate).stream())
                .filter(subnet -> has(subnet, address))
                .map(subnet -> new Ipv4Subnet(address, subnet.prefix()))
                .findFirst();
    }

    private static boolean has(Ipv4Subnet subnet, Ipv4Address address) {
        return subnet.isLoopback() ? subnet.contains(address) : subnet.address().equals(address);
    }

    private static List<NetworkInterface> interfaces() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces());
        } catch (SocketException none) {
            LOG.warn("The system does not tell its network adapters: {}", none.toString());
            return List.of();
        }
    }

    /** An adapter that vanishes while it is asked has none. */
    private static List<Ipv4Subnet> subnets(NetworkInterface networkInterface) {
        try {
            if (!networkInterface.isUp()) {
                return List.of();
            }
        } catch (SocketException vanished) {
            return List.of();
        }
        List<Ipv4Subnet> subnets = new ArrayList<>();
        for (InterfaceAddress address : networkInterface.getInterfaceAddresses()) {
            if (address != null && address.getAddress() instanceof Inet4Address ipv4) {
                subnets.add(new Ipv4Subnet(Ipv4Address.of(ipv4.getAddress()), address.getNetworkPrefixLength()));
            }
        }
        return subnets;
    }
}
