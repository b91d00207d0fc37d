package plugwright.station.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ipv4Address;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.sim.grid.HouseLoads;
import plugwright.station.sim.grid.MeterFault;
import plugwright.station.sim.grid.MeterKind;

/**
 * A simulated house around a site's stations.
 *
 * @param loads what it draws and makes, from the moment on at which it is built
 * @param meter at its connection: P1 speaks into the first station's P1 port, Modbus answers where {@code at} says
 * @param includes whether what the stations draw passes the meter
 * @param at where a Modbus meter answers
 * @param faults of the meter, each from a moment of the site on
 */
public record SiteHouse(
        HouseLoads loads, MeterKind meter, Includes includes, Optional<Endpoint> at, List<FaultFrom> faults) {

    /**
     * Where a Modbus meter answers.
     *
     * @param port 0 takes any free one
     * @param unit 0 to 255
     */
    public record Endpoint(Ipv4Address address, int port, int unit) {}

    /** A fault from a moment after the start on. */
    public record FaultFrom(Duration after, MeterFault fault) {}

    public SiteHouse {
        faults = List.copyOf(faults);
        if (meter instanceof MeterKind.Modbus && at.isEmpty()) {
            throw new IllegalArgumentException("a Modbus meter answers somewhere");
        }
    }
}
