package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.model.StationId;
import plugwright.station.sim.VehicleSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A station is unlocked, set up and used: through its own API, with hands only where an installer has hands. */
class CommissioningTest {

    private static final VehicleSpec CAR = VehicleSpec.of(3, Ampere.of(32));

    @TempDir
    Path state;

    private SimulatedSite site;
    private StationAccess station;

    @BeforeEach
    void open() {
        reopen(StationModel.smallDouble());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void reopen(StationModel model) {
        if (site != null) {
            site.close();
        }
        SitePlan plan = SitePlan.of(model, state).withPorts(0, 1_502).withFoundBy(Set.of()).withSpeed(60);
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value();
        station = site.stations().getFirst();
        // Nobody wants to wait five seconds for every reboot.
        withApi(api -> set(api, "F003_2", "0"));
    }

    private interface Use {
        void with(RawClient api) throws Exception;
    }

    private void withApi(Use use) {
        try (RawClient api = new RawClient(station.address(), station.apiPort())) {
            assertThat(api.login(station.password()).status()).isEqualTo(200);
            use.with(api);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static void set(RawClient api, String id, String value) throws Exception {
        assertThat(api.post("/api/prop", "{\"" + id + "\":{\"id\":\"" + id + "\",\"value\":\"" + value + "\"}}")
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode value(RawClient api, String id) throws Exception {
        return JsonMapper.shared()
                .readTree(api.get("/api/prop?ids=" + id).body())
                .path("properties")
                .get(0)
                .path("value");
    }

    private String read(String id) {
        String[] value = {""};
        withApi(api -> value[0] = value(api, id).asString(""));
        return value[0];
    }

    private String log() {
        String[] text = {""};
        withApi(api -> text[0] =
                api.get("/api/log?offset=16").body() + api.get("/api/log").body());
        return text[0];
    }

    /** Waits until it has started once more. */
    private void untilBootCount(long count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptionsMatching(e -> true).until(() -> {
            try (RawClient api = new RawClient(station.address(), station.apiPort())) {
                return api.login(station.password()).status() == 200
                        && value(api, "2056_0").asLong() == count;
            }
        });
    }

    private String key(StationId serial, Feature... features) {
        return ((Outcome.Ok<LicenceKey>)
                        DemoSites.licenceKey(serial, FeatureSet.of(features), LocalDate.of(2026, 1, 1)))
                .value()
                .text();
    }

    @Test
    @Tag("LIC-2")
    void doesNotLetALockedFeatureBeSwitchedOn() {
        assertThat(read("21A2_0")).isEqualTo("0");
        withApi(api -> set(api, "2064_0", "1"));
        assertThat(read("2064_0")).isEqualTo("0");
        assertThat(log()).contains("2064_0 not written").contains("FEATURE_LOCKED");
    }

    @Test
    @Tag("LIC-2")
    @Tag("LIC-4")
    void rebootsByItselfOnAGenuineKeyAndIsUnlockedButStillOff() {
        withApi(api -> {
            set(api, "21A1_0", key(station.serial(), Feature.STANDARD_LOAD_BALANCING));
            assertThat(api.isAtEnd()).as("the station drops the connection").isTrue();
        });
        untilBootCount(2);
        assertThat(read("21A2_0")).isEqualTo("2");
        assertThat(read("2064_0")).isEqualTo("0");
        assertThat(read("2057_0")).contains("license key");
        withApi(api -> set(api, "2064_0", "1"));
        assertThat(read("2064_0")).isEqualTo("1");
    }

    @Test
    @Tag("LIC-6")
    void changesNothingOnABadKeyAndLogsWhichKindItIs() {
        String foreign = key(new StationId("ACE0999999"), Feature.STANDARD_LOAD_BALANCING);
        String genuine = key(station.serial(), Feature.STANDARD_LOAD_BALANCING);
        char wrong = genuine.charAt(3) == '7' ? '8' : '7';
        String mistyped = genuine.substring(0, 3) + wrong + genuine.substring(4);
        for (String bad : new String[] {foreign, mistyped, "nonsense"}) {
            withApi(api -> {
                set(api, "21A1_0", bad);
                assertThat(value(api, "21A1_0").asString()).isEmpty();
                assertThat(value(api, "21A2_0").asInt()).isZero();
                assertThat(value(api, "2056_0").asInt()).isEqualTo(1);
            });
        }
        assertThat(log()).contains("KEY_FOR_OTHER_STATION", "KEY_MISTYPED", "KEY_WRONG_LENGTH");
    }

    @Test
    void tellsTheEngineOfAChangeThatNeedsARebootOnlyAfterIt() {
        reopen(StationModel.fullDouble());
        assertThat(sharing()).isEqualTo("ON");
        withApi(api -> set(api, "2064_0", "0"));
        assertThat(read("2064_0")).isEqualTo("0");
        assertThat(sharing()).isEqualTo("ON");
        long before = Long.parseLong(read("2056_0"));
        withApi(api -> api.post("/api/cmd", "{\"command\":\"reboot\"}"));
        untilBootCount(before + 1);
        assertThat(sharing()).isEqualTo("OFF");
    }

    /** What the log says the control goes by: 2 × 32 A at a 32 A feeder share, or each has half. */
    private String sharing() {
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, CAR));
        Ampere told = toldAfterSettling();
        site.command(new SiteCommand.Unplug(station.serial(), SocketNumber.ONE));
        return told.equals(Ampere.of(16)) ? "OFF" : "ON";
    }

    /** Alone and with sharing a vehicle gets all of the feeder, without it half. */
    private Ampere toldAfterSettling() {
        long[] since = {site.snapshot().at().millis()};
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> site.snapshot().at().millis() - since[0] > 120_000);
        return site.snapshot()
                .stations()
                .getFirst()
                .inside()
                .socket(SocketNumber.ONE)
                .offer()
                .told();
    }

    @Test
    @Tag("STA-11")
    void sharesFromDeliveryWhereTwoFullSocketsHangOnOneFeeder() {
        reopen(StationModel.fullDouble());
        assertThat(read("21A2_0")).isEqualTo("2");
        assertThat(read("2064_0")).isEqualTo("1");
    }

    @Test
    void showsWhatAVehicleDrawsAndForgetsItsStateAtAReboot() {
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.TWO, CAR));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Double.parseDouble(read("3221_A")) > 5);
        assertThat(read("F020_7")).isEqualTo("C2");
        // First the probing current, then all that the connector allows.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Double.parseDouble(read("F020_1")) == 16);
        site.command(new SiteCommand.Reboot(station.serial()));
        untilBootCount(2);
        assertThat(log()).contains("Going down", "Boot 2, reason: Software reset");
        assertThat(Long.parseLong(read("2060_0"))).as("up time, ms at 60 times the pace").isLessThan(1_800_000);
    }

    @Test
    void cannotBeReachedWhileItsCableIsPulledButGoesOnCharging() {
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, CAR));
        site.command(new SiteCommand.PullNetworkCable(station.serial()));
        Awaitility.await().until(() -> !answers());
        assertThat(site.snapshot().stations().getFirst().cable()).isEqualTo(SiteSnapshot.NetworkCable.PULLED);
        site.command(new SiteCommand.PlugNetworkCable(station.serial()));
        Awaitility.await().until(this::answers);
        assertThat(read("2056_0")).as("it did not restart").isEqualTo("1");
        assertThat(log()).contains("Ethernet link down", "Ethernet link up");
    }

    private boolean answers() {
        try (RawClient api = new RawClient(station.address(), station.apiPort())) {
            return api.get("/api/info").status() == 200;
        } catch (Exception unreachable) {
            return false;
        }
    }

    @Test
    void setsItsClockByCommandAndByWriting() {
        withApi(api -> {
            assertThat(api.post("/api/cmd", "{\"command\":\"date 2031-05-06 07:08:09\"}").status())
                    .isEqualTo(200);
            assertThat(value(api, "2059_0").asLong()).isBetween(1_935_817_689_000L, 1_935_817_689_000L + 3_600_000);
            set(api, "2059_0", "1735689600000");
            assertThat(value(api, "2059_0").asLong()).isBetween(1_735_689_600_000L, 1_735_689_600_000L + 3_600_000);
        });
    }

    @Test
    @Tag("SLB-1")
    @Tag("STA-1")
    void sharesTheStationsCurrentOnceUnlockedSetAndRebooted() {
        withApi(api -> set(api, "2062_0", "20"));
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, CAR));
        assertThat(toldAfterSettling()).as("locked: half of 20 A, alone or not").isEqualTo(Ampere.of(10));
        withApi(api -> set(api, "21A1_0", key(station.serial(), Feature.STANDARD_LOAD_BALANCING)));
        untilBootCount(2);
        withApi(api -> {
            set(api, "2064_0", "1");
            api.post("/api/cmd", "{\"command\":\"reboot\"}");
        });
        untilBootCount(3);
        assertThat(toldAfterSettling()).as("alone: all that its connector takes").isEqualTo(Ampere.of(16));
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.TWO, CAR));
        assertThat(toldAfterSettling()).as("shared with the other").isEqualTo(Ampere.of(10));
    }

    @Test
    void refusesCommandsForWhatIsNotThere() {
        assertThat(site.command(new SiteCommand.Reboot(new StationId("NOBODY"))))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(site.command(new SiteCommand.SetSpeed(0))).isInstanceOf(Outcome.Failed.class);
        reopen(StationModel.single());
        assertThat(site.command(new SiteCommand.Unplug(station.serial(), SocketNumber.TWO)))
                .isInstanceOf(Outcome.Failed.class);
    }
}
