package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plugwright.model.Outcome;

/** As many stations as a site has, in one process. Figures are told, not judged: they depend on the machine. */
class ManyStationsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyStationsTest.class);

    private static final int STATIONS = 64;

    @Test
    void runsSixtyFourStationsWithUnderThreeThreadsEach(@TempDir Path state) throws Exception {
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        long begun = System.nanoTime();
        SitePlan plan = SitePlan.of(StationModel.fullDouble(), state)
                .withFirstAddress("127.3.0.1")
                .withCount(STATIONS)
                .withPorts(0, 1_502)
                .withFoundBy(Set.of());
        try (SimulatedSite site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value()) {
            Duration started = Duration.ofNanos(System.nanoTime() - begun);
            for (StationAccess station : site.stations()) {
                try (RawClient api = new RawClient(station.address(), station.apiPort())) {
                    assertThat(api.get("/api/info").body()).contains(station.serial().serial());
                }
            }
            Duration asked = Duration.ofNanos(System.nanoTime() - begun).minus(started);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            LOG.warn("{} stations: started in {}, all asked in {}, {} threads, heap {} MiB", STATIONS, started, asked,
                    threads, heap);
            assertThat(threads).as("platform threads").isLessThan(3 * STATIONS);
            assertThat(site.snapshot().stations()).hasSize(STATIONS);
        }
    }
}
