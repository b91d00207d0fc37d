package plugwright.station.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

class StoreFormatTest {

    private static final Map<PropertyId, PropertyValue> THREE = new TreeMap<>(Map.of(
            PropertyId.of("2062_0"), PropertyValue.of(16.5),
            PropertyId.of("2064_0"), PropertyValue.of(-1),
            PropertyId.of("2180_1"), PropertyValue.of("A1")));

    /** Written by hand after the format's description; the CRC-32C by Python's reference polynomial. */
    private static final String GOLDEN = "50575354" + "0001" + "00000003"
            + "2062" + "0000" + "02" + "4030800000000000"
            + "2064" + "0000" + "01" + "ffffffffffffffff"
            + "2180" + "0001" + "03" + "0002" + "4131";

    @Test
    void writesTheFormatItDescribes() {
        byte[] bytes = StoreFormat.encode(THREE);
        assertThat(HexFormat.of().formatHex(bytes, 0, bytes.length - 4)).isEqualTo(GOLDEN);
        assertThat(StoreFormat.decode(bytes)).contains(THREE);
    }

    @Test
    void refusesEveryFileWithOneBitFlippedOrCutShort() {
        byte[] bytes = StoreFormat.encode(THREE);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] harmed = bytes.clone();
            harmed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(StoreFormat.decode(harmed)).as("bit %d", bit).isEmpty();
        }
        for (int length = 0; length < bytes.length; length++) {
            assertThat(StoreFormat.decode(Arrays.copyOf(bytes, length))).isEmpty();
        }
        assertThat(StoreFormat.decode(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Property(tries = 200)
    void givesBackWhatItWasGiven(
            @ForAll @Size(max = 40) Map<@IntRange(max = 0xFFFF) Integer, @StringLength(max = 300) String> texts,
            @ForAll long seed) {
        Random random = new Random(seed);
        Map<PropertyId, PropertyValue> values = new TreeMap<>();
        texts.forEach((object, text) -> {
            values.put(new PropertyId(object, 0), PropertyValue.of(wellFormed(text)));
            values.put(new PropertyId(object, 1), PropertyValue.of(random.nextLong()));
            values.put(new PropertyId(object, 2), PropertyValue.of(random.nextDouble()));
        });
        assertThat(StoreFormat.decode(StoreFormat.encode(values))).contains(values);
    }

    /** Half a surrogate pair is no text; stations get theirs from JSON in UTF-8. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void refusesTextsAboveItsBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreFormat.encode(Map.of(
                        PropertyId.of("2053_0"), PropertyValue.of("x".repeat(StoreFormat.MAX_TEXT_BYTES + 1)))));
    }
}
