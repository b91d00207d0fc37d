package plugwright.discovery;

import plugwright.model.Ipv4Subnet;

/**
 * Why an address is out of reach, and what would help.
 *
 * @param adapter the label of the adapter to change
 * @param fitting an address and prefix that this adapter could be given to reach the station
 */
public record OtherSubnet(String adapter, Ipv4Subnet fitting) {}
