package plugwright.station.sim.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;
import plugwright.station.member.Place;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.NetworkKey;

/** Networks as a test wants them. */
final class TestPlans {

    private TestPlans() {}

    /** Stations in the order of their ids, with currents in A; their clocks are right. */
    static NetworkPlan of(int total, int totalSafe, int safe, List<StationSettings> stations) {
        int sockets = stations.stream().mapToInt(StationSettings::sockets).sum();
        NetworkSettings network = new NetworkSettings(
                "TEST", 1, sockets, Ampere.of(total), Ampere.of(safe), Ampere.of(totalSafe));
        List<NetworkPlan.StationPlan> plans = new ArrayList<>();
        int next = 0;
        for (StationSettings station : stations) {
            Place place = new Place(next, station.phaseMapping());
            next += station.sockets();
            plans.add(new NetworkPlan.StationPlan(station, member(network, place, station), 0));
        }
        return new NetworkPlan(network, plans);
    }

    private static MemberSettings member(NetworkSettings network, Place place, StationSettings station) {
        return new MemberSettings(
                network, place, Optional.of(place), station.stationMaximum(), Ampere.of(14), Duration.ofMinutes(15),
                Optional.of(NetworkKey.of(new byte[NetworkKey.BYTES])), Change.RUNNING);
    }
}
