package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.station.meter.ModbusMeterSlave;
import plugwright.station.meter.ModbusMeterSlave.Answer;

/**
 * A whole station that asks a Modbus meter over a real connection; the meter is a slave of j2mod's messages with
 * registers typed here. 20 s of the site pass in a second.
 */
class ModbusMeterSiteTest {

    private static final int SPEED = 20;

    @TempDir
    private Path folder;

    private final AtomicReference<Answer> answer = new AtomicReference<>(new Answer.Silence());
    private MeteredSite metered;
    private ModbusMeterSlave meter;

    @BeforeEach
    void open() {
        meter = listen(0);
        metered = new MeteredSite(folder, SPEED);
    }

    @AfterEach
    void close() {
        metered.close();
        meter.close();
    }

    private ModbusMeterSlave listen(int port) {
        return ((Outcome.Ok<ModbusMeterSlave>)
                        ModbusMeterSlave.open(Ipv4Address.parse("127.0.0.1").orElseThrow(), port, 5, answer::get))
                .value();
    }

    private void start(String... more) {
        metered.set(more);
        metered.setAndReboot(
                "2064_0=3", "2067_0=25", "2068_0=7", "206F_0=0", "5217_0=4", "2530_1=0", "2523_1=1",
                "2523_4=127.000.000.001", "2574_1=500", "F006_1=" + meter.port());
    }

    /** Socomec: currents in mA without a sign from 50528, powers in W with one from 50544; 230 V from 50520. */
    private static Answer socomec(int ampere) {
        int watt = ampere * 230;
        int amount = Math.abs(ampere) * 1_000;
        Map<Integer, Integer> words = new java.util.TreeMap<>();
        for (int phase = 0; phase < 3; phase++) {
            put(words, 50_520 + 2 * phase, 23_000);
            put(words, 50_528 + 2 * phase, amount);
            put(words, 50_544 + 2 * phase, watt);
        }
        return new Answer.Registers(words);
    }

    private static void put(Map<Integer, Integer> words, int at, int value) {
        words.put(at, value >>> 16);
        words.put(at + 1, value & 0xFFFF);
    }

    /** 25 A at the meter, which does not see the station; 7 A while it is lost. */
    @Test
    @Tag("ALB-1")
    @Tag("ALB-3")
    @Tag("ALB-4")
    @Tag("ALB-6")
    @Tag("MBM-1")
    @Tag("MBM-4")
    void sharesWhatTheMeterLeavesGoesToTheSafeCurrentWhenItIsLostAndRecovers() {
        start();
        answer.set(socomec(5));
        metered.untilTold(20);
        assertThat(metered.values("2540_0,5221_A,5221_D"))
                .containsPattern("2540_0[^}]*\"value\":2")
                .containsPattern("5221_A[^}]*\"value\":5[.,}]")
                .containsPattern("5221_D[^}]*\"value\":15[.,}]");
        answer.set(socomec(-6));
        metered.untilTold(31);
        int port = meter.port();
        meter.close();
        metered.untilTold(7);
        metered.until("Communication error for modbus unit " + port + " (127.0.0.1;" + port + ")");
        metered.until("Modbus TCP/IP lost, in safe mode max 7.0A");
        metered.until("METER_");
        meter = listen(port);
        answer.set(socomec(9));
        metered.untilTold(16);
        metered.until("Leave ActiveLB safeMode");
    }

    /** Whatever comes instead of a current, nobody is told more than by the last one that counted. */
    @Test
    @Tag("MBM-1")
    void believesNothingThatIsNoCurrent() {
        start();
        answer.set(socomec(5));
        metered.untilTold(20);
        answer.set(new Answer.Failure());
        metered.until("METER_EXCEPTION");
        answer.set(new Answer.Registers(Map.of(1, 2)));
        metered.untilTold(7);
        Map<Integer, Integer> ones = new java.util.TreeMap<>();
        for (int at = 50_520; at < 50_550; at++) {
            ones.put(at, 0xFFFF);
        }
        answer.set(new Answer.Registers(ones));
        metered.until("METER_IMPLAUSIBLE");
        assertThat(metered.told().milliampere()).isLessThanOrEqualTo(7_000);
    }

    /** A map of slots, typed as a station stores it: signed 32 bit currents, low word first, input registers. */
    @Test
    @Tag("MBM-2")
    @Tag("MBM-4")
    void readsByACustomMap() {
        start(
                "2523_2=2", "2570_0=7,8,9,FF", "2571_0=C,E,10,0", "2572_0=2,2,2,0", "2573_0=FD,FD,FD,0", "2574_0=1",
                "2574_3=4");
        Map<Integer, Integer> words = new java.util.TreeMap<>();
        for (int phase = 0; phase < 3; phase++) {
            int value = phase == 1 ? 12_000 : -3_000;
            words.put(12 + 2 * phase, value & 0xFFFF);
            words.put(13 + 2 * phase, value >>> 16 & 0xFFFF);
        }
        answer.set(new Answer.Registers(words));
        metered.untilTold(13);
    }

    /** Off as delivered, and a unit above 255 cannot be asked: the station stays on its safe current and says why. */
    @Test
    @Tag("MBM-4")
    void staysOnTheSafeCurrentAndSaysWhyWhenTheMeterCannotBeAsked() {
        start("2523_6=300");
        answer.set(socomec(5));
        metered.until("unit 300 is above 255");
        metered.set("2523_6=5", "2523_1=0");
        metered.site.command(new SiteCommand.Reboot(metered.station.serial()));
        metered.until("MBTCPSmart-IsEnabled is off");
        assertThat(metered.told().milliampere()).isLessThanOrEqualTo(7_000);
    }
}
