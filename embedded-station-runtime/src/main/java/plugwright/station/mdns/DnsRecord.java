package plugwright.station.mdns;

import java.util.List;
import plugwright.model.Ipv4Address;

/** A resource record of those kinds that a service needs. */
sealed interface DnsRecord {

    /** Whose record it is. */
    DnsName name();

    /** "An instance of this service is": shared by all who offer it. */
    record Pointer(DnsName name, DnsName target) implements DnsRecord {}

    /** Where the instance answers. */
    record Service(DnsName name, int port, DnsName host) implements DnsRecord {}

    /** {@code key=value} texts, each up to 255 bytes. */
    record Text(DnsName name, List<String> texts) implements DnsRecord {}

    /** The host's address. */
    record Address(DnsName name, Ipv4Address address) implements DnsRecord {}
}
