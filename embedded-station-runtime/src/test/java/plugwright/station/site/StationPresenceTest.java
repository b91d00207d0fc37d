package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;
import plugwright.station.http.StationServer;
import plugwright.station.presence.Presence;
import plugwright.station.store.StateLock;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.presence.StationPresence;

/** When a station shows itself and when it takes leave. */
class StationPresenceTest {

    private static final Supplier<WireTime> WIRE = () -> new WireTime(System.nanoTime());

    /** Writes down what it is told. */
    private static final class Diary implements Presence {
        private final List<String> entries = new CopyOnWriteArrayList<>();

        @Override
        public Outcome<StationPresence> announce(StationPresence station) {
            entries.add("here " + station.id() + " " + station.type() + " " + station.apiPort());
            return Outcome.ok(station);
        }

        @Override
        public void withdraw(StationId station) {
            entries.add("gone " + station);
        }

        @Override
        public void close() {
            entries.add("closed");
        }
    }

    @Test
    void announcesWithdrawsAtARebootAndAnnouncesAgain(@TempDir Path state) {
        Diary diary = new Diary();
        String gone;
        SitePlan plan = SitePlan.of(StationModel.smallDouble(), state).withPorts(0, 1_502);
        try (SimulatedSite site = open(plan, diary, plan.firstAddress())) {
            StationAccess station = site.stations().getFirst();
            String here = "here " + station.serial() + " 2.1.1 " + station.apiPort();
            gone = "gone " + station.serial();
            assertThat(diary.entries).containsExactly(here);
            site.command(new SiteCommand.Reboot(station.serial()));
            Awaitility.await().until(() -> diary.entries.size() == 3);
            assertThat(diary.entries).containsExactly(here, gone, here);
            site.command(new SiteCommand.PullNetworkCable(station.serial()));
            Awaitility.await().until(() -> diary.entries.size() == 4);
        }
        assertThat(diary.entries).endsWith(gone, "closed");
    }

    private static SimulatedSite open(SitePlan plan, Presence presence, String address) {
        StationServer server =
                ((Outcome.Ok<StationServer>) StationServer.start(plan.count(), WIRE)).value();
        StateLock lock = ((Outcome.Ok<StateLock>) StateLock.take(plan.stateDirectory())).value();
        return ((Outcome.Ok<SimulatedSite>) new SiteOpening(plan, lock, server, presence, WIRE, RegisterMap.shipped())
                        .all(List.of(Ipv4Address.parse(address).orElseThrow())))
                .value();
    }

    @Test
    void saysWhichAddressIsNone(@TempDir Path state) {
        SitePlan plan = SitePlan.of(StationModel.single(), state)
                .withFirstAddress("garage")
                .withFoundBy(Set.of());
        assertThat(SimulatedSite.open(plan)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(
                        failed.problem().code())
                .isEqualTo(ProblemCode.NOT_AN_ADDRESS));
    }
}
