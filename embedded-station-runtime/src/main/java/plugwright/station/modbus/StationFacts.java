package plugwright.station.modbus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;

/**
 * What a station's registers say beside what its control does.
 *
 * @param name its identity in the back office
 * @param clock what its own clock shows, UTC
 * @param uptime since its last start
 * @param celsius of its board
 * @param safe Safe-MaxCurrent
 * @param network the Smart Charging Network it is set up for
 */
public record StationFacts(
        String name,
        String firmware,
        String platform,
        String serial,
        Instant clock,
        Duration uptime,
        double celsius,
        Ampere safe,
        Network network) {

    /**
     * A Smart Charging Network.
     *
     * @param name empty where the station is in none
     * @param sockets how many are configured
     * @param safe SCN-TotalSafeCurrent
     * @param consumption of all its sockets on each grid phase, as far as this station knows
     * @param maximum what it may take on each grid phase now, as far as this station knows
     */
    public record Network(
            String name,
            int sockets,
            Ampere safe,
            Optional<PhaseCurrents> consumption,
            Optional<PhaseCurrents> maximum) {}
}
