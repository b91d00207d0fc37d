package plugwright.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class Crc16Test {

    /** Published check values. */
    @Test
    @Tag("P1-1")
    void computesThePublishedCheckValues() {
        byte[] bytes = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc16.arc(bytes, 0, 9)).isEqualTo(0xBB3D);
        assertThat(Crc16.modbus(bytes, 0, 9)).isEqualTo(0x4B37);
    }
}
