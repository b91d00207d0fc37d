package plugwright.station.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Ampere;
import plugwright.model.PhaseMapping;
import plugwright.wire.scn.NetworkKey;

/**
 * A Smart Charging Network that the stations of a site are members of when they start, as if it had been initialized.
 *
 * @param name 1 to 7 characters A–Z 0–9
 * @param total per phase over all sockets
 * @param safe current of a socket that is cut off
 * @param totalSafe total while a meter or energy management that it should come from is lost
 * @param mappings of the stations' feeders in order, from the first again when there are more stations; not empty
 * @param firstSocket id of the first station's first socket
 * @param socketCount of the whole network, also where some of its stations are not of this site
 * @param key empty draws one at the first start, which the stations keep
 */
public record SiteNetwork(
        String name,
        Ampere total,
        Ampere safe,
        Ampere totalSafe,
        List<PhaseMapping> mappings,
        int firstSocket,
        int socketCount,
        Optional<NetworkKey> key) {

    /** Guide §6.3.3.3. */
    public static final Ampere USUAL_SAFE = Ampere.of(6);

    /** What each socket has of a total that nobody gave. */
    public static final int USUAL_AMPERE_A_SOCKET = 16;

    public SiteNetwork {
        mappings = List.copyOf(mappings);
        if (mappings.isEmpty()) {
            throw new IllegalArgumentException("no mapping");
        }
    }

    /** All sockets of a site from 0 on, mapped L1L2L3, with a total of 16 A for each and safe currents of 6 A. */
    public static SiteNetwork of(String name, int sockets) {
        Ampere total = Ampere.of(USUAL_AMPERE_A_SOCKET * sockets);
        return new SiteNetwork(
                name, total, USUAL_SAFE, total, List.of(PhaseMapping.L1L2L3), 0, sockets, Optional.empty());
    }

    public SiteNetwork withTotal(Ampere its) {
        return new SiteNetwork(name, its, safe, its, mappings, firstSocket, socketCount, key);
    }

    public SiteNetwork withSafe(Ampere its, Ampere itsTotal) {
        return new SiteNetwork(name, total, its, itsTotal, mappings, firstSocket, socketCount, key);
    }

    public SiteNetwork withMappings(List<PhaseMapping> its) {
        return new SiteNetwork(name, total, safe, totalSafe, its, firstSocket, socketCount, key);
    }

    /** As a part of a network whose other stations run elsewhere. */
    public SiteNetwork withPlace(int first, int count) {
        return new SiteNetwork(name, total, safe, totalSafe, mappings, first, count, key);
    }

    public SiteNetwork withKey(NetworkKey its) {
        return new SiteNetwork(name, total, safe, totalSafe, mappings, firstSocket, socketCount, Optional.of(its));
    }

    /**
     * What a station's properties are then, without the generation.
     *
     * @param index of the station at the site
     * @param sockets of each station
     */
    Map<PropertyId, PropertyValue> values(int index, int sockets, NetworkKey its) {
        PropertyValue mapping = PropertyValue.of(mappings.get(index % mappings.size()).code());
        Map<PropertyId, PropertyValue> values = new HashMap<>(Map.of(
                Known.SCN_NAME, PropertyValue.of(name),
                Known.SCN_FIRST_SOCKET, PropertyValue.of(firstSocket + index * sockets),
                Known.SCN_SOCKET_COUNT, PropertyValue.of(socketCount),
                Known.SCN_TOTAL, PropertyValue.of(total.value()),
                Known.SCN_SOCKET_SAFE, PropertyValue.of(safe.value()),
                Known.SCN_TOTAL_SAFE, PropertyValue.of(totalSafe.value()),
                Known.SCN_MAPPING_1, mapping,
                Known.NETWORK_KEY, PropertyValue.of(its.hex())));
        if (sockets > 1) {
            values.put(Known.SCN_MAPPING_2, mapping);
        }
        return values;
    }
}
