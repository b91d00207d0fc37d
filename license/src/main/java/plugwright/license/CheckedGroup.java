package plugwright.license;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Five symbols of Crockford's base 32 (25 bits) and his check symbol, the value modulo 37. Case does not matter; I
 * and L are read as 1, O as 0. U, {@code *}, {@code ~}, {@code $} and {@code =} occur only as check symbols.
 */
final class CheckedGroup {

    /** Symbols of a group, its check symbol included. */
    static final int SYMBOLS = 6;

    /** Bits that a group carries. */
    static final int BITS = 25;

    private static final int BITS_A_SYMBOL = 5;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private static final int DATA_ALPHABET = 32;
    private static final int CHECK_MODULUS = ALPHABET.length();

    private CheckedGroup() {}

    /**
     * Writes a group.
     *
     * @param value 0 to 2^25 − 1
     */
    static String format(int value) {
        StringBuilder text = new StringBuilder(SYMBOLS);
        for (int shift = BITS - BITS_A_SYMBOL; shift >= 0; shift -= BITS_A_SYMBOL) {
            text.append(ALPHABET.charAt((value >> shift) & (DATA_ALPHABET - 1)));
        }
        return text.append(checkSymbol(value)).toString();
    }

    /** The check symbol of a number that is not negative. */
    static char checkSymbol(long value) {
        return ALPHABET.charAt((int) (value % CHECK_MODULUS));
    }

    /** Reads a group; empty if it has another length, a symbol that cannot be there, or the wrong check symbol. */
    static OptionalInt parse(String group) {
        if (group.length() != SYMBOLS) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < SYMBOLS - 1; i++) {
            int digit = valueOf(group.charAt(i));
            if (digit < 0 || digit >= DATA_ALPHABET) {
                return OptionalInt.empty();
            }
            value = (value << BITS_A_SYMBOL) | digit;
        }
        return valueOf(group.charAt(SYMBOLS - 1)) == value % CHECK_MODULUS
                ? OptionalInt.of(value)
                : OptionalInt.empty();
    }

    private static int valueOf(char typed) {
        String upper = String.valueOf(typed).toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "I", "L" -> 1;
            case "O" -> 0;
            default -> typed < 0x80 ? ALPHABET.indexOf(upper) : -1;
        };
    }
}
