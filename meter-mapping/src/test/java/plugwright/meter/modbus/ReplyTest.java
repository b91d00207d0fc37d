package plugwright.meter.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.meter.map.FunctionCode;
import plugwright.meter.map.RegisterBlock;

class ReplyTest {

    private static final ReadRequest REQUEST = new ReadRequest(0x1234, 17, FunctionCode.HOLDING, new RegisterBlock(107, 3));

    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    /** The read of registers 107 to 109 of unit 17 in the Modbus standard's and the serial guide's examples. */
    @Test
    @Tag("MBM-1")
    void asksAsTheStandardSays() {
        assertThat(REQUEST.bytes(Framing.TCP)).isEqualTo(hex("12 34 00 00 00 06 11 03 00 6B 00 03"));
        assertThat(REQUEST.bytes(Framing.UDP)).isEqualTo(hex("12 34 00 00 00 06 11 03 00 6B 00 03"));
        assertThat(REQUEST.bytes(Framing.RTU_OVER_TCP)).isEqualTo(hex("11 03 00 6B 00 03 76 87"));
    }

    @Tag("MBM-3")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TCP          | 12 34 00 00 00 09 11 03 06 AE 41 56 52 43 40 | Words",
        "UDP          | 12 34 00 00 00 09 11 03 06 AE 41 56 52 43 40 | Words",
        "RTU_OVER_TCP | 11 03 06 AE 41 56 52 43 40 49 AD             | Words",
        "TCP          | 12 34 00 00 00 03 11 83 02                   | Refused[exception=2]",
        "RTU_OVER_TCP | 11 83 02 C1 34                               | Refused[exception=2]",
        "TCP          | 12 34 00 00 00                               | Incomplete",
        "TCP          | 12 34 00 00 00 09 11 03 06 AE 41 56 52 43    | Incomplete",
        "RTU_OVER_TCP | 11 03 06 AE 41 56 52 43 40 49                | Incomplete",
        "UDP          | 12 34 00 00 00 09 11 03 06 AE 41 56 52 43    | cut short",
        "UDP          | 12 34 00 00                                  | cut short",
        "UDP          | 12 33 00 00 00 09 11 03 06 AE 41 56 52 43 40 | Foreign",
        "TCP          | 12 33 00 00 00 09 11 03 06 AE 41 56 52 43 40 | another request",
        "TCP          | 12 34 00 01 00 09 11 03 06 AE 41 56 52 43 40 | does not begin like",
        "TCP          | 12 34 00 00 FF FF 11 03 06 AE 41 56 52 43 40 | said to be 65535",
        "TCP          | 12 34 00 00 00 02 11 03                      | said to be 2",
        "TCP          | 12 34 00 00 00 09 12 03 06 AE 41 56 52 43 40 | unit 18 answered",
        "TCP          | 12 34 00 00 00 09 11 04 06 AE 41 56 52 43 40 | answers function 4",
        "TCP          | 12 34 00 00 00 07 11 03 04 AE 41 56 52       | the 3 registers",
        "TCP          | 12 34 00 00 00 07 11 03 06 AE 41 56 52       | the 3 registers",
        "TCP          | 12 34 00 00 00 04 11 83 02 00                | another length",
        "TCP          | 12 34 00 00 00 09 11 03 06 AE 41 56 52 43 40 00 | more bytes",
        "RTU_OVER_TCP | 11 03 06 AE 41 56 52 43 41 49 AD             | checksum is wrong",
        "RTU_OVER_TCP | 11 83 02 C1 35                               | checksum is wrong",
    })
    void believesNothingThatDoesNotFit(Framing framing, String bytes, String expected) {
        byte[] received = hex(bytes.strip());
        assertThat(Reply.of(REQUEST, framing, received, received.length).toString()).contains(expected);
    }

    @Test
    @Tag("MBM-1")
    void readsWordsHighByteFirst() {
        byte[] received = hex("12 34 00 00 00 09 11 03 06 AE 41 56 52 43 40");
        assertThat(Reply.of(REQUEST, Framing.TCP, received, received.length))
                .isInstanceOfSatisfying(Reply.Words.class, w -> assertThat(w.words()).containsExactly(0xAE41, 0x5652, 0x4340));
    }

    @Test
    @Tag("MBM-3")
    void neverThrowsWhateverComes() {
        Random random = new Random(3);
        byte[] good = hex("12 34 00 00 00 09 11 03 06 AE 41 56 52 43 40");
        byte[] received = new byte[Reply.MAX_BYTES];
        for (int i = 0; i < 200_000; i++) {
            Arrays.fill(received, (byte) 0);
            System.arraycopy(good, 0, received, 0, good.length);
            for (int change = random.nextInt(4); change >= 0; change--) {
                received[random.nextInt(16)] = (byte) random.nextInt();
            }
            Framing framing = Framing.values()[random.nextInt(3)];
            assertThat(Reply.of(REQUEST, framing, received, random.nextInt(received.length))).isNotNull();
        }
    }
}
