package plugwright.station.site;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.station.property.PropertySpace;
import plugwright.wire.scn.NetworkKey;

/** Writes the settings of a network into stations that are off. */
final class NetworkSetup {

    private NetworkSetup() {}

    /**
     * Makes stations members of one network. Those that are as they should be stay as they are; where anything differs all
     * get the next generation, so that none that is left out goes on with the old settings.
     *
     * @param space of a new station
     * @return what they keep from now on, or FILE_UNWRITABLE, or BAD_ARGUMENT where a part of a network would be changed
     */
    static Outcome<List<StationKeep>> write(
            SiteNetwork network, PropertySpace space, List<StationKeep> stations, SecureRandom random) {
        NetworkKey key = network.key().or(() -> keptKey(network, stations)).orElseGet(() -> drawn(random));
        List<Map<PropertyId, PropertyValue>> wanted = new ArrayList<>();
        boolean same = true;
        long generation = 0;
        for (int i = 0; i < stations.size(); i++) {
            Map<PropertyId, PropertyValue> values = network.values(i, space.shape().sockets(), key);
            Map<PropertyId, PropertyValue> kept = stations.get(i).values();
            wanted.add(values);
            long its = generation(space.withStored(kept));
            same &= kept.entrySet().containsAll(values.entrySet()) && its > 0 && (i == 0 || its == generation);
            generation = Math.max(generation, its);
        }
        if (same) {
            return Outcome.ok(stations);
        }
        boolean isPart = stations.size() * space.shape().sockets() < network.socketCount();
        if (isPart && isInNetwork(network, stations, space)) {
            return Outcome.failed(
                    ProblemCode.BAD_ARGUMENT,
                    "These stations are only a part of the network " + network.name()
                            + ", in which they run already with other settings. The rest counts on those. Start them with"
                            + " the same settings, or all of the network's stations together, or give another name.");
        }
        return save(space, stations, wanted, generation + 1);
    }

    /** Some are members already: the rest of the network, wherever it runs, counts on their settings of before. */
    private static boolean isInNetwork(SiteNetwork network, List<StationKeep> stations, PropertySpace space) {
        return stations.stream()
                .map(StationKeep::values)
                .anyMatch(v -> text(v, Known.SCN_NAME).equals(network.name())
                        && generation(space.withStored(v)) > 0);
    }

    private static long generation(PropertySpace space) {
        return (long) space.number(Known.NETWORK_GENERATION);
    }

    /** The key of the network that they are in already. */
    private static Optional<NetworkKey> keptKey(SiteNetwork network, List<StationKeep> stations) {
        return stations.stream()
                .map(StationKeep::values)
                .filter(v -> text(v, Known.SCN_NAME).equals(network.name()))
                .flatMap(v -> NetworkKey.parse(text(v, Known.NETWORK_KEY)).stream())
                .findFirst();
    }

    private static String text(Map<PropertyId, PropertyValue> values, PropertyId id) {
        return Optional.ofNullable(values.get(id)).map(PropertyValue::text).orElse("");
    }

    private static NetworkKey drawn(SecureRandom random) {
        byte[] bytes = new byte[NetworkKey.BYTES];
        random.nextBytes(bytes);
        return NetworkKey.of(bytes);
    }

    private static Outcome<List<StationKeep>> save(
            PropertySpace space,
            List<StationKeep> stations,
            List<Map<PropertyId, PropertyValue>> wanted,
            long generation) {
        List<StationKeep> written = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            StationKeep station = stations.get(i);
            Map<PropertyId, PropertyValue> all = new TreeMap<>(station.values());
            all.putAll(wanted.get(i));
            all.put(Known.NETWORK_GENERATION, PropertyValue.of(generation));
            all.put(Known.NETWORK_PAUSE, PropertyValue.of(0));
            String place = NetworkProperties.place(space.withStored(all)).text();
            all.put(Known.NETWORK_INITIALIZED_PLACE, PropertyValue.of(place));
            if (station.store().save(all) instanceof Outcome.Failed<Map<PropertyId, PropertyValue>>(Problem why)) {
                return Outcome.failed(why);
            }
            written.add(new StationKeep(station.store(), all, station.identity(), station.password()));
        }
        return Outcome.ok(written);
    }
}
