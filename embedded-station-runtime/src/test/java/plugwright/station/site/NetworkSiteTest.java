package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.model.Ampere;
import plugwright.model.LimitReason;
import plugwright.model.ReasonKind;
import plugwright.station.engine.StationEvent.BootReason;

/** Four stations of one network over real sockets: what they promise when one is lost. */
class NetworkSiteTest {

    private static final int TOTAL = 64_000;

    /** What three have that share what a lost one leaves: (64 − 6) ÷ 3. */
    private static final int OF_THREE = 19_333;

    private static final SiteNetwork NETWORK =
            SiteNetwork.of("GARAGE", 4).withTotal(new Ampere(TOTAL)).withKey(NetworkBench.KEY);

    private NetworkBench bench;

    @BeforeEach
    void open(@TempDir Path state) throws Exception {
        bench = new NetworkBench("127.9.0.1", state, 4, NETWORK);
        bench.plugAll();
        bench.settle(16_000, 16_000, 16_000, 16_000);
    }

    @AfterEach
    void neverMoreThanTheTotal() {
        assertThat(bench.highestSum()).isLessThanOrEqualTo(TOTAL);
        bench.close();
    }

    private int coordinator() throws Exception {
        return Integer.parseInt(bench.value(0, Known.NETWORK_COORDINATOR));
    }

    private static boolean isCutOff(int milliampere) {
        return milliampere <= 6_000;
    }

    @Test
    @Tag("SCN-1")
    @Tag("SCN-2")
    @Tag("SCN-4")
    void shareOneTotalAndReserveForOneThatIsLost() throws Exception {
        assertThat(bench.socket(0).offer().reason()).isEqualTo(LimitReason.of(ReasonKind.NETWORK, 16_000, TOTAL));
        assertThat(bench.value(0, Known.NETWORK_BASIS)).isEqualTo("GRANTED");
        assertThat(bench.value(0, Known.NETWORK_DIGEST)).isEqualTo(bench.value(3, Known.NETWORK_DIGEST));
        int lost = coordinator() == 3 ? 2 : 3;
        bench.pullCable(lost);
        NetworkBench.await("the others share what is left", () -> bench.told(0) == OF_THREE || bench.told(1) == OF_THREE);
        NetworkBench.await("its safe current", () -> bench.told(lost) == 6_000);
        assertThat(bench.socket(lost).offer().reason()).isEqualTo(LimitReason.of(ReasonKind.SAFE_CURRENT, 6_000));
        assertThat(bench.value(0, Known.NETWORK_RESERVED_L1)).startsWith("6");
        assertThat(bench.hasLogged(0, "Lost connection with other socket (id: " + lost + ")!")).isTrue();
        bench.plugCable(lost);
        bench.awaitTold(16_000, 16_000, 16_000, 16_000);
        assertThat(bench.value(0, Known.NETWORK_RESERVED_L1)).startsWith("0");
    }

    @Test
    @Tag("SCN-4")
    @Tag("SCN-6")
    void goOnUnderAnotherCoordinatorWhenTheirsIsLost() throws Exception {
        int lost = coordinator();
        int witness = lost == 0 ? 1 : 0;
        bench.pullCable(lost);
        NetworkBench.await("another one", () -> {
            String now = bench.value(witness, Known.NETWORK_COORDINATOR);
            return !now.isEmpty() && Integer.parseInt(now) != lost;
        });
        NetworkBench.await("three share", () -> List.of(0, 1, 2, 3).stream()
                .filter(i -> i != lost)
                .allMatch(i -> bench.told(i) == OF_THREE));
        assertThat(isCutOff(bench.told(lost))).isTrue();
        bench.plugCable(lost);
        bench.awaitTold(16_000, 16_000, 16_000, 16_000);
    }

    /** A power cut of all: nothing but what is on disk is left. */
    @Test
    @Tag("SCN-6")
    void knowEachOtherAgainAfterAPowerCut() throws Exception {
        String digest = bench.value(1, Known.NETWORK_DIGEST);
        bench.restart(4, NETWORK);
        assertThat(bench.told()).allMatch(told -> told == 0);
        assertThat(bench.value(1, Known.NETWORK_DIGEST)).isEqualTo(digest);
        assertThat(bench.value(1, Known.NETWORK_GENERATION)).isEqualTo("1");
        assertThat(bench.value(1, Known.NETWORK_COMPLETE)).isEqualTo(digest);
        bench.plugAll();
        bench.settle(16_000, 16_000, 16_000, 16_000);
    }

    /** What makes them members is theirs: settings, key and licence. */
    @Test
    @Tag("SCN-1")
    void areMembersStillWhenTheyAreStartedWithoutAWordOfTheNetwork() throws Exception {
        String digest = bench.value(1, Known.NETWORK_DIGEST);
        bench.restartAsTheyAre(4);
        assertThat(bench.value(1, Known.NETWORK_DIGEST)).isEqualTo(digest);
        bench.plugAll();
        bench.settle(16_000, 16_000, 16_000, 16_000);
    }

    /** Guide §2.7.1: the relay of one halts all, and what it is wired to outlives a restart. */
    @Test
    @Tag("SCN-9")
    @Tag("SCM-1")
    void pauseAllWhileTheRelayOfOneIsClosed() throws Exception {
        bench.contact(1, SiteCommand.Contact.CLOSED);
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.told(1)).as("the port is no input yet").isEqualTo(16_000);
        bench.write(1, Map.of(PropertyId.of("216C_0"), 1, Known.REBOOT_SECONDS, 0));
        bench.reboot(1);
        bench.awaitTold(0, 0, 0, 0);
        assertThat(bench.socket(1).panel().message()).isNotEqualTo(bench.socket(0).panel().message());
        bench.pass(Duration.ofSeconds(40));
        assertThat(bench.told(0)).as("another one's").isZero();
        bench.contact(1, SiteCommand.Contact.OPEN);
        bench.awaitTold(16_000, 16_000, 16_000, 16_000);
    }

    /** One that starts tells 0 until it is granted something; it neither votes nor leads before others may have forgotten. */
    @Test
    @Tag("SCN-6")
    void takeOneBackThatRestarts() throws Exception {
        bench.write(2, Map.of(Known.REBOOT_SECONDS, 0));
        bench.reboot(2);
        NetworkBench.await("it starts", () -> bench.told(2) == 0);
        bench.awaitTold(16_000, 16_000, 16_000, 16_000);
        assertThat(bench.hasLogged(2, "reason: " + StationJournal.text(BootReason.COMMAND))).isTrue();
        bench.pass(Duration.ofSeconds(20));
        assertThat(bench.value(0, Known.NETWORK_DROPPED)).as("its new start was heard at once").isEmpty();
    }
}
