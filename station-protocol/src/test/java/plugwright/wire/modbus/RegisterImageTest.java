package plugwright.wire.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of real numbers are published IEEE 754 examples. */
@Tag("EMS-1")
class RegisterImageTest {

    private static final RegisterMap MAP = RegisterMap.shipped();

    private final RegisterImage station = new RegisterImage(MAP, RegisterBlock.STATION);
    private final RegisterImage socket = new RegisterImage(MAP, RegisterBlock.SOCKET);

    private static String words(RegisterImage image, int start, int count) {
        return IntStream.range(start, start + count)
                .mapToObj(a -> "%04X".formatted(image.word(a)))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.15625,3E20 0000", "1.0,3F80 0000", "-2.0,C000 0000", "16.0,4180 0000", "0.0,0000 0000"})
    void writesTheHighWordFirstWhenAValueHasTwo(double value, String words) {
        socket.real(1210, value);
        assertThat(words(socket, 1210, 2)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1.0,3FF0 0000 0000 0000", "-2.0,C000 0000 0000 0000", "0.3333333333333333,3FD5 5555 5555 5555"})
    void writesTheHighWordFirstWhenAValueHasFour(double value, String words) {
        socket.real(374, value);
        assertThat(words(socket, 374, 4)).isEqualTo(words);
    }

    @Test
    void readsUnavailableWhereNobodyKnowsTheValue() {
        assertThat(words(socket, 374, 4)).isEqualTo("FFFF FFFF FFFF FFFF");
        assertThat(words(station, 1104, 1)).isEqualTo("FFFF");
        assertThat(RegisterValues.float32(socket.word(306), socket.word(307))).isNaN();
        assertThat(RegisterValues.float64(socket.word(374), socket.word(375), socket.word(376), socket.word(377)))
                .isNaN();
    }

    @Test
    void readsUnavailableWhenARealNumberIsNotFinite() {
        socket.real(306, Double.POSITIVE_INFINITY);
        assertThat(words(socket, 306, 2)).isEqualTo("FFFF FFFF");
    }

    @Test
    void padsATextWithNulAndCutsWhatIsTooLong() {
        socket.text(1201, "C2");
        assertThat(words(socket, 1201, 5)).isEqualTo("4332 0000 0000 0000 0000");
        station.text(1400, "ABCDEFGHIJ");
        assertThat(words(station, 1400, 4)).isEqualTo("4142 4344 4546 4748");
        station.text(1400, "Zürich");
        assertThat(RegisterValues.text(IntStream.range(1400, 1404).map(station::word).toArray())).isEqualTo("Z?rich");
    }

    @Test
    void holdsWholeNumbersToWhatTheirTypeCanSay() {
        station.whole(178, -60);
        assertThat(words(station, 178, 1)).isEqualTo("FFC4");
        assertThat(RegisterValues.signed16(station.word(178))).isEqualTo(-60);
        station.whole(1105, 70_000);
        assertThat(words(station, 1105, 1)).isEqualTo("FFFF");
        station.whole(1423, -1);
        assertThat(words(station, 1423, 2)).isEqualTo("0000 0000");
        station.whole(174, 0x0102_0304_0506_0708L);
        assertThat(words(station, 174, 4)).isEqualTo("0102 0304 0506 0708");
    }

    @Test
    void refusesAValueWhereNoneOfItsKindBegins() {
        assertThatThrownBy(() -> socket.real(1211, 1)).hasMessageContaining("1211");
        assertThatThrownBy(() -> socket.real(1200, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> socket.text(1210, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void givesTheSameNumberBackWhenItIsReadAgain(@ForAll float real, @ForAll double energy, @ForAll int count) {
        if (Float.isFinite(real) && Double.isFinite(energy)) {
            socket.real(1210, real);
            socket.real(390, energy);
            socket.whole(1208, Integer.toUnsignedLong(count));
            assertThat(RegisterValues.float32(socket.word(1210), socket.word(1211))).isEqualTo(real);
            assertThat(RegisterValues.float64(socket.word(390), socket.word(391), socket.word(392), socket.word(393)))
                    .isEqualTo(energy);
            assertThat(RegisterValues.unsigned(socket.word(1208), socket.word(1209)))
                    .isEqualTo(Integer.toUnsignedLong(count));
        }
    }
}
