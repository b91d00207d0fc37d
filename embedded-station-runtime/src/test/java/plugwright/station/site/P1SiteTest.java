package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Ampere;
import plugwright.station.meter.SerialCable;

/**
 * A whole station whose P1 port is a real serial device, the other end of which this test plays the meter at. A minute
 * of the site passes in a second.
 */
@Tag("peers")
class P1SiteTest {

    private static final int MINUTES_A_SECOND = 60;

    @TempDir
    private Path folder;

    private MeteredSite metered;
    private SerialCable cable;
    private int second;

    @BeforeEach
    void open() throws Exception {
        cable = new SerialCable(folder);
        cable.plug();
        metered = new MeteredSite(folder, MINUTES_A_SECOND);
        metered.setAndReboot("2064_0=3", "2067_0=25", "2068_0=7", "206F_0=0", "5217_0=5", "2530_1=0");
        metered.site.connectP1(metered.station.serial(), cable.device());
    }

    @AfterEach
    void close() throws Exception {
        metered.close();
        cable.pull();
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
        cable.send(body.toString(), 0);
    }

    /** Sends a telegram each 200 ms until a vehicle is told this. */
    private void sendUntilTold(int house, int expected) {
        Awaitility.await().atMost(MeteredSite.PATIENCE).pollInterval(Duration.ofMillis(200)).ignoreExceptions().until(() -> {
            send(house);
            return metered.told().equals(Ampere.of(expected));
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
        assertThat(metered.values("212E_2,212F_1,5221_A"))
                .contains("\"id\":\"212E_2\"").containsPattern("212E_2[^}]*\"value\":50")
                .containsPattern("212F_1[^}]*\"value\":5[.,}]").containsPattern("5221_A[^}]*\"value\":5[.,}]");
        sendUntilTold(12, 13);
        sendUntilTold(-6, 31);
        cable.pull();
        metered.untilTold(7);
        metered.until("SERIAL_LOST");
        metered.until("Unable to start P1 communications, Read Timeout Error");
        cable.plug();
        sendUntilTold(9, 16);
        metered.until("Leave ActiveLB safeMode");
    }

    /** The port as an input to suspend charging is no meter: telegrams that come there are not looked at. */
    @Test
    @Tag("P1-4")
    void doesNotListenToTelegramsWhenThePortIsSetToSuspendCharging() throws Exception {
        sendUntilTold(5, 20);
        metered.set("216C_0=1");
        metered.site.command(new SiteCommand.Reboot(metered.station.serial()));
        Awaitility.await().atMost(MeteredSite.PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            send(5);
            return metered.told().equals(Ampere.of(7));
        });
        for (int k = 0; k < 10; k++) {
            send(5);
        }
        assertThat(metered.told()).isEqualTo(Ampere.of(7));
    }
}
