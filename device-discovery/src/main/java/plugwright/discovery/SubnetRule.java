package plugwright.discovery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plugwright.model.Ipv4Address;
import plugwright.model.Ipv4Subnet;
import plugwright.model.NetworkAdapter;

/** Decides from addresses and prefixes alone whether an address is in reach, and what to do where it is not (DSC-2). */
final class SubnetRule {

    /** What nearly every installation has; the station's own prefix cannot be seen from outside. */
    private static final int USUAL_PREFIX = 24;

    /** RFC 3927. */
    private static final int AUTO_IP_PREFIX = 16;

    /** Proposals begin above the addresses that routers usually hand out or keep. */
    private static final int FIRST_PROPOSED_HOST = 200;

    private static final int LAST_PROPOSED_HOST = 254;

    private SubnetRule() {}

    /** Whether one of the adapters has a network that holds the address. A name instead of an address counts as within. */
    static boolean inReach(String host, List<NetworkAdapter> adapters) {
        return Ipv4Address.parse(host)
                .map(address -> adapters.stream().anyMatch(adapter -> adapter.reaches(address)))
                .orElse(true);
    }

    /**
     * What would bring an address in reach.
     *
     * @param seenOn names of adapters on which the station was heard: one of these, else the first real one
     * @param taken addresses not to propose
     * @return empty where there is no adapter but loopback
     */
    static Optional<OtherSubnet> advice(
            Ipv4Address station, List<NetworkAdapter> adapters, Set<String> seenOn, Collection<Ipv4Address> taken) {
        List<NetworkAdapter> real = adapters.stream().filter(adapter -> !adapter.isLoopback()).toList();
        return real.stream()
                .filter(adapter -> seenOn.contains(adapter.name()))
                .findFirst()
                .or(() -> real.stream().findFirst())
                .map(adapter -> new OtherSubnet(adapter.label(), fitting(station, taken)));
    }

    private static Ipv4Subnet fitting(Ipv4Address station, Collection<Ipv4Address> taken) {
        int prefix = station.isAutoIp() ? AUTO_IP_PREFIX : USUAL_PREFIX;
        int network = station.bits() & -1 << Byte.SIZE;
        for (int host = FIRST_PROPOSED_HOST; host < LAST_PROPOSED_HOST; host++) {
            Ipv4Address proposal = new Ipv4Address(network | host);
            if (!proposal.equals(station) && !taken.contains(proposal)) {
                return new Ipv4Subnet(proposal, prefix);
            }
        }
        return new Ipv4Subnet(new Ipv4Address(network | LAST_PROPOSED_HOST), prefix);
    }
}
