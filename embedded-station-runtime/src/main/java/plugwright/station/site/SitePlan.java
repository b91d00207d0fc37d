package plugwright.station.site;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plugwright.wire.presence.PresenceCodec;

/**
 * What a simulated site is made of.
 *
 * @param count stations, 1 to {@value #MAX_STATIONS}
 * @param model what each of them is
 * @param firstAddress IPv4 address of the first; each further one has the next
 * @param apiPort HTTPS; 0 takes any free one
 * @param modbusPort Modbus TCP
 * @param speed how many seconds pass at the site in one of ours
 * @param stateDirectory where the stations keep what survives a restart of the process
 * @param foundBy how the stations let themselves be found
 * @param network the Smart Charging Network that the stations are members of; empty leaves them as they were kept
 * @param networkPort UDP port of it
 */
public record SitePlan(
        int count,
        StationModel model,
        String firstAddress,
        int apiPort,
        int modbusPort,
        double speed,
        Path stateDirectory,
        Set<FoundBy> foundBy,
        Optional<SiteNetwork> network,
        int networkPort) {

    /** As many as a Smart Charging Network of single stations has. */
    public static final int MAX_STATIONS = 128;

    public static final String DEFAULT_FIRST_ADDRESS = "127.0.0.2";

    /** 443 needs privilege on most machines. */
    public static final int DEFAULT_API_PORT = 1_443;

    /** 502 needs privilege on most machines. */
    public static final int DEFAULT_MODBUS_PORT = 1_502;

    /** docs/scn-protocol.md §1. */
    public static final int DEFAULT_NETWORK_PORT = PresenceCodec.PORT;

    public static final double REAL_TIME = 1;

    /** Above this a station's own timers would pass between two looks at it. */
    public static final double MAX_SPEED = 600;

    /** A way to be found. */
    public enum FoundBy {
        UDP,
        MDNS
    }

    public SitePlan {
        if (count < 1 || count > MAX_STATIONS) {
            throw new IllegalArgumentException("stations: " + count);
        }
        if (!(speed > 0) || speed > MAX_SPEED) {
            throw new IllegalArgumentException("speed: " + speed);
        }
        foundBy = Set.copyOf(foundBy);
    }

    /** One station at the usual address and ports, in real time. */
    public static SitePlan of(StationModel model, Path stateDirectory) {
        return new SitePlan(
                1,
                model,
                DEFAULT_FIRST_ADDRESS,
                DEFAULT_API_PORT,
                DEFAULT_MODBUS_PORT,
                REAL_TIME,
                stateDirectory,
                EnumSet.allOf(FoundBy.class),
                Optional.empty(),
                DEFAULT_NETWORK_PORT);
    }

    public SitePlan withCount(int stations) {
        return new SitePlan(
                stations, model, firstAddress, apiPort, modbusPort, speed, stateDirectory, foundBy, network, networkPort);
    }

    public SitePlan withFirstAddress(String address) {
        return new SitePlan(
                count, model, address, apiPort, modbusPort, speed, stateDirectory, foundBy, network, networkPort);
    }

    /**
     * @param api 0 takes any free one
     * @param modbus 1 to 65535
     */
    public SitePlan withPorts(int api, int modbus) {
        return new SitePlan(
                count, model, firstAddress, api, modbus, speed, stateDirectory, foundBy, network, networkPort);
    }

    public SitePlan withSpeed(double faster) {
        return new SitePlan(
                count, model, firstAddress, apiPort, modbusPort, faster, stateDirectory, foundBy, network, networkPort);
    }

    /** Without any they have to be typed in. */
    public SitePlan withFoundBy(Set<FoundBy> ways) {
        return new SitePlan(
                count, model, firstAddress, apiPort, modbusPort, speed, stateDirectory, ways, network, networkPort);
    }

    /** All its stations are set up as members, with a key for it that they keep as they keep their settings. */
    public SitePlan withNetwork(SiteNetwork its) {
        return new SitePlan(
                count,
                model,
                firstAddress,
                apiPort,
                modbusPort,
                speed,
                stateDirectory,
                foundBy,
                Optional.of(its),
                networkPort);
    }

    /** @param port 1 to 65535 */
    public SitePlan withNetworkPort(int port) {
        return new SitePlan(
                count, model, firstAddress, apiPort, modbusPort, speed, stateDirectory, foundBy, network, port);
    }
}
