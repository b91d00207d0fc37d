package plugwright.station.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.meter.Crc16;
import plugwright.meter.p1.P1Parser;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.GridReading;
import plugwright.station.log.LogLevel;

/** Telegrams as bytes, and what a station hears of them. */
class P1FeedTest {

    private final List<GridReading> readings = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int failures;
    private final P1Parser parser = new P1Parser();
    private final P1Feed feed = new P1Feed(new MeteredStation() {
        @Override
        public void metered(MeterSample sample) {
            readings.add(sample.forControl());
        }

        @Override
        public void meterFailed() {
            failures++;
        }

        @Override
        public void note(LogLevel level, String text) {
            lines.add(text);
        }
    });

    private void send(String version, int crcOff) {
        String body = "/XMX5LGF\r\n\r\n1-3:0.2.8(" + version + ")\r\n0-0:1.0.0(260601000001S)\r\n"
                + "1-0:31.7.0(012*A)\r\n1-0:21.7.0(00.000*kW)\r\n1-0:22.7.0(02.760*kW)\r\n1-0:32.7.0(230.0*V)\r\n!";
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        String crc = String.format("%04X\r\n", Crc16.arc(bytes, 0, bytes.length) ^ crcOff);
        parser.feed((body + crc).getBytes(StandardCharsets.US_ASCII), feed);
    }

    /** 12 A fed in of a meter of whole ampere: 1 A less is guarded. A second old or five, by the version's period. */
    @Test
    @Tag("P1-1")
    @Tag("P1-3")
    @Tag("ALB-6")
    void handsOnSignedCurrentsWithTheirAgeAndWritesTheGuidesLineOnceUntilTelegramsComeAgain() {
        send("50", 0);
        send("50", 1);
        send("50", 1);
        assertThat(lines).containsExactly("P1 Device failure: Read CRC Error");
        send("42", 0);
        send("42", 1);
        assertThat(readings).containsExactly(
                new GridReading(PhaseCurrents.ofMilliampere(-11_000, 0, 0), 1_000, 1_000),
                new GridReading(PhaseCurrents.ofMilliampere(-11_000, 0, 0), 5_000, 5_000));
        assertThat(lines).containsExactly("P1 Device failure: Read CRC Error", "P1 Device failure: Read CRC Error");
        assertThat(failures).isEqualTo(3);
    }

    @Test
    @Tag("P1-1")
    void saysThatAMeterIsTooOld() {
        send("31", 0);
        assertThat(readings).isEmpty();
        assertThat(lines).singleElement().asString().contains("P1_VERSION_TOO_OLD", "DSMR 3.1");
    }
}
