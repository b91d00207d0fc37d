package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words as on the wire and the values they stand for, worked out by hand and from IEEE 754's own examples. */
@Tag("MBM-2")
class RegisterTypeTest {

    @ParameterizedTest
    @CsvSource({
        "INT16,   HIGH_FIRST, 00FA,                1,     250",
        "INT16,   HIGH_FIRST, FF06,                0.1,   -25",
        "INT16,   HIGH_FIRST, FFFF,                1,     -1",
        "UINT16,  HIGH_FIRST, FF06,                0.01,  652.86",
        "INT32,   HIGH_FIRST, 0000 2EE0,           0.001, 12",
        "INT32,   LOW_FIRST,  2EE0 0000,           0.001, 12",
        "INT32,   HIGH_FIRST, FFFF D120,           0.001, -12",
        "INT32,   LOW_FIRST,  D120 FFFF,           0.001, -12",
        "UINT32,  HIGH_FIRST, 8000 0000,           1,     2147483648",
        "UINT32,  LOW_FIRST,  0000 8000,           1,     2147483648",
        "INT64,   HIGH_FIRST, FFFF FFFF FFFF FFFE, 1,     -2",
        "INT64,   LOW_FIRST,  0001 0002 0003 0004, 1,     1125912791875585",
        "UINT64,  HIGH_FIRST, 8000 0000 0000 0000, 1,     9223372036854775808",
        "FLOAT32, HIGH_FIRST, 3F80 0000,           1,     1",
        "FLOAT32, HIGH_FIRST, C148 0000,           1,     -12.5",
        "FLOAT32, LOW_FIRST,  0000 C148,           0.001, -0.0125",
        "FLOAT64, HIGH_FIRST, 4029 0000 0000 0000, 1,     12.5",
        "FLOAT64, LOW_FIRST,  0000 0000 0000 C029, 10,    -125",
    })
    void decodesWhatTheWordsStandFor(RegisterType type, WordOrder order, String words, double scale, double value) {
        OptionalDouble decoded = decode(type, order, words, new Scale.Factor(scale));
        assertThat(decoded).isPresent();
        assertThat(decoded.getAsDouble()).isCloseTo(value, org.assertj.core.data.Offset.offset(Math.abs(value) * 1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "INT16,   HIGH_FIRST, 7FFF",
        "INT16,   HIGH_FIRST, 8000",
        "UINT16,  HIGH_FIRST, FFFF",
        "INT32,   HIGH_FIRST, 7FFF FFFF",
        "INT32,   LOW_FIRST,  FFFF 7FFF",
        "INT32,   HIGH_FIRST, 8000 0000",
        "INT32,   LOW_FIRST,  0000 7FFF",
        "UINT32,  HIGH_FIRST, FFFF FFFF",
        "INT64,   HIGH_FIRST, 7FFF FFFF FFFF FFFF",
        "INT64,   HIGH_FIRST, 8000 0000 0000 0000",
        "UINT64,  HIGH_FIRST, FFFF FFFF FFFF FFFF",
        "FLOAT32, HIGH_FIRST, 7FC0 0000",
        "FLOAT32, HIGH_FIRST, FFFF FFFF",
        "FLOAT32, HIGH_FIRST, 7F80 0000",
        "FLOAT32, LOW_FIRST,  0000 FF80",
        "FLOAT64, HIGH_FIRST, 7FF8 0000 0000 0000",
        "FLOAT64, HIGH_FIRST, 7FF0 0000 0000 0000",
    })
    void hasNoValueWhenTheMeterGivesNone(RegisterType type, WordOrder order, String words) {
        assertThat(decode(type, order, words, Scale.ONE)).isEmpty();
    }

    private static OptionalDouble decode(RegisterType type, WordOrder order, String words, Scale scale) {
        RegisterImage image = new RegisterImage();
        String[] parts = words.trim().split(" ");
        for (int i = 0; i < parts.length; i++) {
            image.put(100 + i, new int[] {Integer.parseInt(parts[i], 16)});
        }
        return MapDecoder.value(new Register(100, type, scale), order, image);
    }
}
