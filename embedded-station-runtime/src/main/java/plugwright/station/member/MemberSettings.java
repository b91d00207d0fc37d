package plugwright.station.member;

import java.time.Duration;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.NetworkKey;

/**
 * What a member goes by.
 *
 * @param network what all agree on
 * @param place this station's ids and mappings
 * @param initialized the place that Initialize gave it together with the generation; empty before the first. A place
 *     changed since then makes the digest another one: the others can no longer know what this station loads
 * @param stationMaximum per phase over its sockets
 * @param probingCurrent Chameleon-MinCurrent; the coordinator's counts
 * @param alternatingPeriod SCN-AlternatingPeriod; the coordinator's counts
 * @param key of the network; without it the station stays on its safe current
 * @param change whether it stands still for a change of settings
 */
public record MemberSettings(
        NetworkSettings network,
        Place place,
        Optional<Place> initialized,
        Ampere stationMaximum,
        Ampere probingCurrent,
        Duration alternatingPeriod,
        Optional<NetworkKey> key,
        Change change) {

    /** Of name, generation, count, ids, mappings, total and safe currents. */
    public long digest() {
        boolean asInitialized = initialized.map(place::equals).orElse(true);
        return network.digest(asInitialized ? "" : place.text());
    }

    public MemberSettings with(NetworkSettings its) {
        return new MemberSettings(
                its, place, initialized, stationMaximum, probingCurrent, alternatingPeriod, key, change);
    }

    public MemberSettings with(Change its) {
        return new MemberSettings(
                network, place, initialized, stationMaximum, probingCurrent, alternatingPeriod, key, its);
    }

    public MemberSettings with(Place its, Optional<Place> itsInitialized) {
        return new MemberSettings(
                network, its, itsInitialized, stationMaximum, probingCurrent, alternatingPeriod, key, change);
    }

    /** Whether its ids are among those that the network counts; the others keep nothing for one that is not. */
    boolean isCounted() {
        return place.firstSocket() + place.sockets() <= network.socketCount();
    }

    /**
     * What a socket may tell when cut off: the safe current, and no more than its share of the station. Nothing where its
     * ids are none of the network's, or the wiring is another than Initialize knew: the others keep that free on the
     * phases of before.
     */
    int safeMilliampere() {
        if (!isCounted()) {
            return 0;
        }
        if (initialized.filter(known -> !known.mappings().equals(place.mappings())).isPresent()) {
            return 0;
        }
        int share = stationMaximum.milliampere() / place.sockets();
        int safe = Math.min(network.safeMilliampere(), share);
        return safe < Ampere.MINIMUM_OFFERED.milliampere() ? 0 : safe;
    }
}
