package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.sim.grid.HouseLoads;
import plugwright.station.sim.grid.MeterFault;
import plugwright.station.sim.grid.MeterKind;

/**
 * Running stations of a network over real sockets, in a house with a P1 meter that sees them all. All are set up to read
 * it, the first one alone has the cable.
 */
class NetworkMeterSiteTest {

    private static final int TOTAL = 60_000;
    private static final int TOTAL_SAFE = 24;
    private static final SiteNetwork NETWORK = SiteNetwork.of("METERED", 3)
            .withTotal(new Ampere(TOTAL))
            .withSafe(Ampere.of(6), Ampere.of(TOTAL_SAFE))
            .withKey(NetworkBench.KEY);

    private NetworkBench bench;

    private static StationModel metered() {
        Map<PropertyId, PropertyValue> settings = Map.of(
                Known.LOAD_BALANCING_MODE, PropertyValue.of(3),
                Known.SMART_METER_MAX_CURRENT, PropertyValue.of(40.0),
                Known.SAFE_CURRENT, PropertyValue.of(7.0),
                Known.ALB_DATA_SOURCE, PropertyValue.of(0),
                PropertyId.of("206F_0"), PropertyValue.of(1),
                PropertyId.of("5217_0"), PropertyValue.of(5));
        return StationModel.single().delivered(settings, Feature.ACTIVE_LOAD_BALANCING);
    }

    @BeforeEach
    void open(@TempDir Path state) throws Exception {
        bench = new NetworkBench(metered(), "127.9.7.1", state, 3, NETWORK);
        bench.plugAll();
    }

    @AfterEach
    void close() {
        assertThat(bench.highestSum()).isLessThanOrEqualTo(TOTAL);
        bench.close();
    }

    private void build(String rows) {
        HouseLoads loads = ((Outcome.Ok<HouseLoads>) HouseLoads.parse("loads", "seconds,house,pv\n" + rows)).value();
        MeterKind p1 = new MeterKind.P1(MeterKind.P1.Version.V5, MeterKind.P1.Power.PER_PHASE);
        SiteHouse house = new SiteHouse(loads, p1, Includes.STATION, Optional.empty(), List.of());
        assertThat(bench.sites.getFirst().build(house)).isEqualTo(Outcome.ok(0));
    }

    @Test
    @Tag("SCN-5")
    @Tag("ALB-3")
    void shareWhatTheMeterLeavesForAllAndTheTotalSafeCurrentWhileItIsLost() throws Exception {
        build("0,10,0");
        bench.settleFor(Duration.ofMinutes(6));
        bench.awaitSum(29_800, 30_000);
        assertThat(bench.value(1, Known.NETWORK_BASIS)).isEqualTo("GRANTED");
        bench.sites.getFirst().meterFault(MeterFault.SILENT);
        bench.awaitSum(23_000, 24_000);
        assertThat(bench.hasLogged(0, "Unable to start P1 communications, Read Timeout Error")).isTrue();
        assertThat(bench.hasLogged(0, "Enter ActiveLB safeMode: 24.0A")).isTrue();
        bench.sites.getFirst().meterFault(MeterFault.WELL);
        bench.awaitSum(29_800, 30_000);
        assertThat(bench.hasLogged(0, "Leave ActiveLB safeMode")).isTrue();
    }

    /** The reader's own limit is the network's: with it gone the others know of no meter and take what is safe for all. */
    @Test
    @Tag("SCN-5")
    void takeTheTotalSafeCurrentWhenTheReadersCableIsPulled() throws Exception {
        build("0,10,0");
        bench.settleFor(Duration.ofMinutes(6));
        bench.awaitSum(29_800, 30_000);
        bench.pullCable(0);
        bench.awaitSum(20_000, 24_000);
        bench.plugCable(0);
        bench.awaitSum(29_800, 30_000);
    }
}
