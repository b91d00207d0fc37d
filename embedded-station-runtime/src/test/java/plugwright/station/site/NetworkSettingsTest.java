package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.model.Ampere;

/**
 * Settings of a running network written over the stations' own API, one after the other, with members out of reach:
 * those that have the new ones and those that have the old ones never share at the same time.
 */
class NetworkSettingsTest {

    private static final int TOTAL = 64_000;
    private static final int SAFE = 6_000;

    private static final SiteNetwork NETWORK =
            SiteNetwork.of("GARAGE", 4).withTotal(new Ampere(TOTAL)).withKey(NetworkBench.KEY);

    /** Longer than the lease of someone out of reach lasts, and than it takes to find a coordinator. */
    private static final Duration LONG = Duration.ofSeconds(25);

    @TempDir
    Path state;

    private NetworkBench bench;

    private void open(String address, SiteNetwork network) throws Exception {
        bench = new NetworkBench(address, state, 4, network);
    }

    @AfterEach
    void neverTwoThatGrantNorMoreThanTheTotal() {
        assertThat(bench.mostLeading()).isEqualTo(1);
        assertThat(bench.highestSum()).isLessThanOrEqualTo(TOTAL);
        bench.close();
    }

    private void write(int index, PropertyId id, Object value) throws Exception {
        bench.write(index, new HashMap<>(Map.of(id, value, Known.NETWORK_GENERATION, 2)));
    }

    private void reboot(int index) throws Exception {
        bench.write(index, Map.of(Known.REBOOT_SECONDS, 0));
        String boots = bench.value(index, Known.BOOT_COUNT);
        bench.reboot(index);
        NetworkBench.await("it is back", () -> {
            try {
                return !bench.value(index, Known.BOOT_COUNT).equals(boots);
            } catch (java.io.IOException notYet) {
                return false;
            }
        });
    }

    private void safeAtMost(int... indices) {
        for (int index : indices) {
            assertThat(bench.told(index)).isLessThanOrEqualTo(SAFE);
        }
    }

    @Test
    @Tag("SCN-6")
    void anotherTotalIsSharedOnlyOnceAllHaveIt() throws Exception {
        open("127.9.2.1", NETWORK);
        bench.plugAll();
        bench.settle(16_000, 16_000, 16_000, 16_000);
        bench.pullCable(3);
        for (int i = 0; i < 3; i++) {
            write(i, Known.SCN_TOTAL, 32);
        }
        bench.pass(LONG);
        assertThat(bench.isAnyGranted(0, 1, 2)).isFalse();
        safeAtMost(0, 1, 2, 3);
        bench.plugCable(3);
        NetworkBench.await("its other settings are said", () -> bench.hasLogged(0, "Station of socket 3 has other settings"));
        bench.pass(LONG);
        assertThat(bench.isAnyGranted(0, 1, 2, 3)).isFalse();
        safeAtMost(0, 1, 2, 3);
        write(3, Known.SCN_TOTAL, 32);
        bench.awaitTold(8_000, 8_000, 8_000, 8_000);
        bench.highestSum();
        bench.pass(LONG);
        assertThat(bench.highestSum()).isLessThanOrEqualTo(32_000);
    }

    /** Half of them have the new total: those of the old one with socket 0 go on, the others do not. */
    @Test
    @Tag("SCN-4")
    @Tag("SCN-6")
    void ofTwoHalvesAtMostOneShares() throws Exception {
        open("127.9.3.1", NETWORK);
        bench.plugAll();
        bench.settle(16_000, 16_000, 16_000, 16_000);
        write(2, Known.SCN_TOTAL, 32);
        write(3, Known.SCN_TOTAL, 32);
        NetworkBench.await("the others reserve for them", () -> bench.told(0) == 26_000 && bench.told(1) == 26_000);
        safeAtMost(2, 3);
        bench.pass(LONG);
        assertThat(bench.isAnyGranted(2, 3)).isFalse();
        write(0, Known.SCN_TOTAL, 32);
        write(1, Known.SCN_TOTAL, 32);
        bench.awaitTold(8_000, 8_000, 8_000, 8_000);
    }

    @Test
    @Tag("SCN-6")
    void oneMoreStationSharesOnceAllCountIt() throws Exception {
        open("127.9.4.1", NETWORK);
        bench.plugAll();
        bench.settle(16_000, 16_000, 16_000, 16_000);
        bench.add(1, "127.9.4.5", "more", NETWORK.withPlace(4, 5));
        bench.plug(4, 3);
        for (int i = 1; i < 5; i++) {
            write(i, Known.SCN_SOCKET_COUNT, 5);
            reboot(i);
        }
        bench.pass(LONG);
        assertThat(bench.isAnyGranted(1, 2, 3, 4)).as("one has not been told yet").isFalse();
        safeAtMost(1, 2, 3, 4);
        write(0, Known.SCN_SOCKET_COUNT, 5);
        reboot(0);
        bench.settle(12_800, 12_800, 12_800, 12_800, 12_800);
    }

    /** Two one-phase vehicles on L1 share its 24 A; once one station's feeder is known to begin at L2 each has all. */
    @Test
    @Tag("SCN-12")
    @Tag("SCN-6")
    void anotherMappingCountsFromTheRestartOfItsStation() throws Exception {
        open("127.9.5.1", NETWORK.withTotal(Ampere.of(24)));
        bench.plug(0, 1);
        bench.plug(1, 1);
        bench.settle(12_000, 12_000, 0, 0);
        write(0, Known.SCN_MAPPING_1, 7);
        for (int i = 1; i < 4; i++) {
            bench.write(i, Map.of(Known.NETWORK_GENERATION, 2));
        }
        bench.pass(LONG);
        assertThat(bench.isAnyGranted(0, 1, 2, 3)).as("it loads what it did, not what was written").isFalse();
        reboot(0);
        bench.settle(24_000, 24_000, 0, 0);
        assertThat(bench.highestSum()).isLessThanOrEqualTo(24_000);
    }
}
