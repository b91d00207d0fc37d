package plugwright.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * A property's identifier: object and sub-index, written {@code 2221_22} (hexadecimal, upper case, sub-index
 * without padding).
 *
 * @param object 0 to 0xFFFF
 * @param sub 0 to 0xFFFF
 */
public record PropertyId(int object, int sub) implements Comparable<PropertyId> {

    private static final int MAX_PART = 0xFFFF;
    private static final int OBJECT_DIGITS = 4;
    private static final int HEX = 16;

    /** Objects of socket 2 are mostly those of socket 1 plus this. */
    private static final int SECOND_SOCKET_OFFSET = 0x1000;

    public PropertyId {
        if (object < 0 || object > MAX_PART || sub < 0 || sub > MAX_PART) {
            throw new IllegalArgumentException("not a property id: " + object + "_" + sub);
        }
    }

    /** For identifiers written in code; foreign text goes through {@link #parse}. */
    public static PropertyId of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a property id: " + text));
    }

    /** Reads an identifier leniently, as stations do: lower case and a padded sub-index ({@code 2221_0A}) are fine. */
    public static Optional<PropertyId> parse(String text) {
        int underscore = text.indexOf('_');
        int subDigits = text.length() - underscore - 1;
        if (underscore != OBJECT_DIGITS || subDigits < 1 || subDigits > OBJECT_DIGITS || !isHex(text, underscore)) {
            return Optional.empty();
        }
        return Optional.of(new PropertyId(
                Integer.parseInt(text, 0, underscore, HEX),
                Integer.parseInt(text, underscore + 1, text.length(), HEX)));
    }

    private static boolean isHex(String text, int except) {
        for (int i = 0; i < text.length(); i++) {
            if (i != except && (text.charAt(i) > 'f' || Character.digit(text.charAt(i), HEX) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** The same property of the second socket: 2129_0 → 3129_0. */
    public PropertyId ofSecondSocket() {
        return new PropertyId(object + SECOND_SOCKET_OFFSET, sub);
    }

    @Override
    public int compareTo(PropertyId other) {
        int byObject = Integer.compare(object, other.object);
        return byObject != 0 ? byObject : Integer.compare(sub, other.sub);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04X_%X", object, sub);
    }
}
