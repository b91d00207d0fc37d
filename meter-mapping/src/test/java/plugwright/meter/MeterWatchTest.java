package plugwright.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;

class MeterWatchTest {

    @Test
    @Tag("ALB-4")
    void losesAMeterOnceWhenItWasSilentForAMinute() {
        MeterWatch watch = new MeterWatch(5_000);
        assertThat(watch.reading(6_000)).isEqualTo(MeterWatch.Change.THERE);
        assertThat(watch.reading(7_000)).isEqualTo(MeterWatch.Change.NONE);
        assertThat(watch.tick(66_999)).isEqualTo(MeterWatch.Change.NONE);
        assertThat(watch.isLost()).isFalse();
        assertThat(watch.tick(67_000)).isEqualTo(MeterWatch.Change.LOST);
        assertThat(watch.tick(68_000)).isEqualTo(MeterWatch.Change.NONE);
        assertThat(watch.isLost()).isTrue();
        assertThat(watch.reading(70_000)).isEqualTo(MeterWatch.Change.THERE);
        assertThat(watch.isLost()).isFalse();
    }

    @Test
    @Tag("ALB-4")
    void givesAMeterThatNeverSpokeAMinuteToo() {
        MeterWatch watch = new MeterWatch(1_000);
        assertThat(watch.tick(60_999)).isEqualTo(MeterWatch.Change.NONE);
        assertThat(watch.tick(61_000)).isEqualTo(MeterWatch.Change.LOST);
    }

    /** As the guide prints them in §10.8. */
    @Test
    @Tag("ALB-6")
    void writesTheLogLinesOfTheGuide() {
        assertThat(MeterLogLines.P1_CRC_ERROR).isEqualTo("P1 Device failure: Read CRC Error");
        assertThat(MeterLogLines.P1_TIMEOUT).isEqualTo("Unable to start P1 communications, Read Timeout Error");
        assertThat(MeterLogLines.modbusError("192.168.0.5", 502))
                .isEqualTo("Communication error for modbus unit 502 (192.168.0.5;502)");
        assertThat(MeterLogLines.modbusLost(Ampere.of(6))).isEqualTo("Modbus TCP/IP lost, in safe mode max 6.0A");
        assertThat(MeterLogLines.safeMode(new Ampere(12_500))).isEqualTo("Enter ActiveLB safeMode: 12.5A");
    }
}
