package plugwright.station.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogRingTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:00:00.007Z");

    private static LogRing with(int lines) {
        LogRing ring = new LogRing();
        for (int i = 0; i < lines; i++) {
            ring.append(AT, LogLevel.INFO, "main", i, "line " + i);
        }
        return ring;
    }

    @Test
    void writesLinesAsStationsDo() {
        LogRing ring = with(2);
        assertThat(ring.page(0))
                .extracting(LogLine::toString)
                .containsExactly(
                        "0_2026-11-23T08:00:00.007Z:INFO:main:0:line 0",
                        "128_2026-11-23T08:00:00.007Z:INFO:main:1:line 1");
    }

    @Test
    void givesThePageBackFromTheNewestOldestFirst() {
        LogRing ring = with(40);
        assertThat(ring.page(0)).extracting(LogLine::line).startsWith(24, 25).endsWith(39).hasSize(16);
        assertThat(ring.page(16)).extracting(LogLine::line).startsWith(8).endsWith(23).hasSize(16);
        assertThat(ring.page(32)).extracting(LogLine::line).startsWith(0).endsWith(7).hasSize(8);
        assertThat(ring.page(40)).isEmpty();
    }

    @Test
    void dropsTheOldestWhenFull() {
        LogRing ring = with(LogRing.CAPACITY + 10);
        assertThat(ring.size()).isEqualTo(LogRing.CAPACITY);
        assertThat(ring.page(LogRing.CAPACITY - 1)).extracting(LogLine::line).containsExactly(10);
        assertThat(ring.page(0).getLast().id()).isEqualTo((LogRing.CAPACITY + 9L) * 128);
    }

    @Test
    void keepsAnEntryOnOneLine() {
        LogRing ring = new LogRing();
        assertThat(ring.append(AT, LogLevel.USER, "api", 1, "a\r\nb").text()).isEqualTo("a  b");
        assertThat(ring.append(AT, LogLevel.USER, "api", 1, "x".repeat(999)).text())
                .hasSize(LogRing.MAX_TEXT);
    }
}
