package plugwright.wire.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("EMS-1")
class MbapReaderTest {

    /** Modbus Messaging on TCP/IP v1.0b, example of §4.4.2.1: transaction 0x1501, unit 0xFF, read one register. */
    private static final String SPEC_REQUEST = "1501 0000 0006 FF 03 0004 0001";

    @Test
    void readsTheSpecificationsRequest() {
        MbapReader reader = new MbapReader();
        byte[] bytes = hex(SPEC_REQUEST);
        assertThat(reader.take(bytes, 0, bytes.length)).isEqualTo(bytes.length);
        MbapFrame frame = reader.next().orElseThrow();
        assertThat(frame.transaction()).isEqualTo(0x1501);
        assertThat(frame.unit()).isEqualTo(0xFF);
        assertThat(frame.pdu()).isEqualTo(hex("03 0004 0001"));
        assertThat(frame.bytes()).isEqualTo(bytes);
        assertThat(reader.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1501 0001 0006 FF 03 0004 0001", // another protocol
        "1501 0000 0000 FF 03 0004 0001", // no unit
        "1501 0000 0001 FF 03 0004 0001", // no function
        "1501 0000 00FF FF 03 0004 0001", // longer than any
        "4745 5420 2F20 4854 5450 2F31 2E31"
    }) // "GET / HTTP/1.1"
    void staysBrokenWhenTheStreamIsNoModbus(String text) {
        MbapReader reader = new MbapReader();
        byte[] bytes = hex(text);
        reader.take(bytes, 0, bytes.length);
        assertThat(reader.next()).isEmpty();
        assertThat(reader.isBroken()).isTrue();
        byte[] good = hex(SPEC_REQUEST);
        assertThat(reader.take(good, 0, good.length)).isZero();
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void readsTheLongestFrame() {
        MbapFrame longest = new MbapFrame(7, 1, new byte[MbapFrame.MOST_PDU_BYTES]);
        assertThat(read(longest.bytes(), 1000)).hasSize(1);
    }

    @Property
    void readsTheSameFramesInWhateverPiecesTheyCome(
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 1, max = 253) byte[]> pdus,
            @ForAll @IntRange(min = 1, max = 300) int piece) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < pdus.size(); i++) {
            stream.writeBytes(new MbapFrame(i, 200, pdus.get(i)).bytes());
        }
        List<MbapFrame> frames = read(stream.toByteArray(), piece);
        assertThat(frames).hasSameSizeAs(pdus);
        for (int i = 0; i < pdus.size(); i++) {
            assertThat(frames.get(i).transaction()).isEqualTo(i);
            assertThat(frames.get(i).pdu()).isEqualTo(pdus.get(i));
        }
    }

    private static List<MbapFrame> read(byte[] bytes, int piece) {
        MbapReader reader = new MbapReader();
        List<MbapFrame> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            int to = Math.min(bytes.length, from + piece);
            int at = from;
            while (at < to) {
                at += reader.take(bytes, at, to);
                for (Optional<MbapFrame> f = reader.next(); f.isPresent(); f = reader.next()) {
                    frames.add(f.get());
                }
            }
        }
        return frames;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
