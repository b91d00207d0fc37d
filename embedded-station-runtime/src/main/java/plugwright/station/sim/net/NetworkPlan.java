package plugwright.station.sim.net;

import java.util.List;
import plugwright.station.engine.StationSettings;
import plugwright.station.member.MemberSettings;
import plugwright.station.member.NetworkSettings;

/**
 * A network of stations as it is when they all start.
 *
 * @param network what all agree on
 * @param stations in the order of their socket ids
 */
record NetworkPlan(NetworkSettings network, List<StationPlan> stations) {

    /**
     * One station.
     *
     * @param settings of its control
     * @param member its place and what it goes by in the network
     * @param ppm how wrong its clock runs
     */
    record StationPlan(StationSettings settings, MemberSettings member, int ppm) {

        int sockets() {
            return settings.sockets();
        }

        int firstSocket() {
            return member.place().firstSocket();
        }
    }

    NetworkPlan {
        stations = List.copyOf(stations);
    }

    int sockets() {
        return stations.stream().mapToInt(StationPlan::sockets).sum();
    }
}
