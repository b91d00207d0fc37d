package plugwright.wire.modbus;

import java.nio.charset.StandardCharsets;

/** Words as values, the other way round than {@link RegisterImage}. Words are 0 to 65535, the high one first. */
public final class RegisterValues {

    private static final int WORD_BITS = 16;
    private static final int WORD_MASK = 0xFFFF;
    private static final int BYTE_BITS = 8;

    private RegisterValues() {}

    /** All words as one unsigned number; of more than four the last four count. */
    public static long unsigned(int... words) {
        long bits = 0;
        for (int word : words) {
            bits = bits << WORD_BITS | (word & WORD_MASK);
        }
        return bits;
    }

    /** A word as a signed number. */
    public static int signed16(int word) {
        return (short) word;
    }

    /** Two words as a FLOAT32; "unavailable" is NaN. */
    public static float float32(int high, int low) {
        return Float.intBitsToFloat((int) unsigned(high, low));
    }

    /** Four words as a FLOAT64; "unavailable" is NaN. */
    public static double float64(int... words) {
        return Double.longBitsToDouble(unsigned(words));
    }

    /** A text up to its first NUL. */
    public static String text(int... words) {
        byte[] bytes = new byte[words.length * 2];
        for (int i = 0; i < words.length; i++) {
            bytes[2 * i] = (byte) (words[i] >> BYTE_BITS);
            bytes[2 * i + 1] = (byte) words[i];
        }
        String all = new String(bytes, StandardCharsets.US_ASCII);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }
}
