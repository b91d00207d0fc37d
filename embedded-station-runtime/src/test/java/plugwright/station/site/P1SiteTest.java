package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import plugwright.meter.Crc16;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.station.sim.VehicleSpec;

/**
 * A whole station whose P1 port is a real serial device, the other end of which this test plays the meter at. A minute
 * of the site passes in a second.
 */
@Tag("peers")
class P1SiteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MINUTES_A_SECOND = 60;

    @TempDir
    private Path folder;

    private SimulatedSite site;
    private StationAccess station;
    private Process cable;
    private int second;

    @BeforeEach
    void open() throws Exception {
        plug();
        SitePlan plan = SitePlan.of(StationModel.fullDouble(), folder.resolve("state"))
                .withPorts(0, 1_502)
                .withFoundBy(Set.of())
                .withSpeed(MINUTES_A_SECOND);
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value();
        station = site.stations().getFirst();
        String key = ((Outcome.Ok<LicenceKey>) DemoSites.licenceKey(
                        station.serial(), FeatureSet.of(Feature.ACTIVE_LOAD_BALANCING), LocalDate.of(2026, 1, 1)))
                .value()
                .text();
        set("F003_2=0", "21A1_0=" + key);
        Awaitility.await().atMost(PATIENCE).until(() -> log().contains("Unlocked features: 0x6"));
        set("2064_0=3", "2067_0=25", "2068_0=7", "206F_0=0", "5217_0=5", "2530_1=0");
        site.command(new SiteCommand.Reboot(station.serial()));
        Awaitility.await().atMost(PATIENCE).until(() -> log().contains("Enter ActiveLB safeMode: 7.0A"));
        site.connectP1(station.serial(), folder.resolve("reader").toString());
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32))));
    }

    private void set(String... edits) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (RawClient api = new RawClient(station.address(), station.apiPort())) {
                if (api.login(station.password()).status() != 200) {
                    return false;
                }
                for (String edit : edits) {
                    String[] parts = edit.split("=", 2);
                    api.post("/api/prop", "{\"" + parts[0] + "\":{\"id\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}}");
                }
                return true;
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        pull();
    }

    private void pull() throws InterruptedException {
        cable.destroy();
        cable.waitFor();
    }

    private void plug() throws IOException {
        cable = new ProcessBuilder(
                        "socat", "pty,rawer,link=" + folder.resolve("meter"), "pty,rawer,link=" + folder.resolve("reader"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await().atMost(PATIENCE).until(() ->
                Files.exists(folder.resolve("reader")) && Files.exists(folder.resolve("meter")));
    }

    private String log() {
        try (RawClient api = new RawClient(station.address(), station.apiPort())) {
            return api.login(station.password()).status() == 200
                    ? api.get("/api/log?offset=16").body() + api.get("/api/log").body()
                    : "";
        } catch (Exception away) {
            return "";
        }
    }

    /** House current of all phases, fed in where negative; the meter tells decimals, so that there is no margin. */
    private void send(int ampere) throws IOException {
        StringBuilder body = new StringBuilder("/XMX5LGF\r\n\r\n1-3:0.2.8(50)\r\n");
        second++;
        body.append(String.format("0-0:1.0.0(260601%02d%02d%02dS)\r\n", second / 3_600, second / 60 % 60, second % 60));
        for (int phase = 0; phase < 3; phase++) {
            int at = 20 * phase;
            body.append(String.format("1-0:%d.7.0(%03d.00*A)\r\n", 31 + at, Math.abs(ampere)));
            body.append(String.format("1-0:%d.7.0(%06d*W)\r\n", (ampere < 0 ? 22 : 21) + at, Math.abs(ampere) * 230));
            body.append(String.format("1-0:%d.7.0(230.0*V)\r\n", 32 + at));
        }
        byte[] bytes = body.append('!').toString().getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(folder.resolve("meter"))) {
            out.write(bytes);
            out.write(String.format("%04X\r\n", Crc16.arc(bytes, 0, bytes.length)).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Ampere told() {
        return site.snapshot().stations().getFirst().inside().socket(SocketNumber.ONE).offer().told();
    }

    /** Sends a telegram each 200 ms until a vehicle is told this. */
    private void sendUntilTold(int house, int expected) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            send(house);
            return told().equals(Ampere.of(expected));
        });
    }

    /** 25 A at the meter, which does not see the station; the vehicle and both feeders take 32 A. */
    @Test
    @Tag("ALB-1")
    @Tag("ALB-3")
    @Tag("ALB-6")
    @Tag("P1-2")
    void sharesWhatTheMeterLeavesAndGoesToTheSafeCurrentWhenItsCableIsPulled() throws Exception {
        sendUntilTold(5, 20);
        sendUntilTold(12, 13);
        sendUntilTold(-6, 31);
        pull();
        Awaitility.await().atMost(PATIENCE).until(() -> told().equals(Ampere.of(7)));
        Awaitility.await().atMost(PATIENCE).until(() -> log().contains("PW-632") || log().contains("SERIAL_LOST"));
        plug();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            send(9);
            return told().equals(Ampere.of(16));
        });
        assertThat(log()).contains("Leave ActiveLB safeMode");
    }
}
