package plugwright.license;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/**
 * The typed form of a key: its bytes as one bit string, zero bits appended up to a whole group, cut into
 * {@value #GROUPS} groups of {@link CheckedGroup}.
 */
final class KeyText {

    /** 89 bytes are 712 bits; 29 groups of 25 bits hold 725. */
    static final int GROUPS = 29;

    private static final int PADDING_BITS = GROUPS * CheckedGroup.BITS - LicenceKey.BYTES * Byte.SIZE;
    private static final int SYMBOLS = GROUPS * CheckedGroup.SYMBOLS;
    /** Longer than any key with every separator anyone types; what is longer is not looked at. */
    private static final int LONGEST_TEXT = 2_048;
    /** A group that is quoted in a message is cut to this many symbols. */
    private static final int LONGEST_QUOTE = 12;

    private KeyText() {}

    /** The groups of a key, each with its check symbol. */
    static List<String> groups(byte[] key) {
        BigInteger bits = new BigInteger(1, key).shiftLeft(PADDING_BITS);
        int mask = (1 << CheckedGroup.BITS) - 1;
        List<String> groups = new ArrayList<>(GROUPS);
        for (int i = GROUPS - 1; i >= 0; i--) {
            groups.add(CheckedGroup.format(bits.shiftRight(i * CheckedGroup.BITS).intValue() & mask));
        }
        return List.copyOf(groups);
    }

    /**
     * The bytes of a typed key. Fails with KEY_EMPTY, KEY_WRONG_LENGTH (groups found, groups expected) or
     * KEY_MISTYPED (number of the first wrong group from 1, its text as typed).
     */
    static Outcome<byte[]> parse(String text) {
        List<String> typed = separate(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        String symbols = String.join("", typed);
        if (symbols.isEmpty()) {
            return Outcome.failed(ProblemCode.KEY_EMPTY);
        }
        boolean inGroups = typed.size() == GROUPS;
        if (symbols.length() == SYMBOLS) {
            Outcome<byte[]> key = decode(cut(symbols));
            return key instanceof Outcome.Failed && inGroups ? firstMistyped(typed).orElse(key) : key;
        }
        // A symbol too many or too few: the typist's own groups tell where, else the first that does not add up.
        if (Math.abs(symbols.length() - SYMBOLS) < CheckedGroup.SYMBOLS) {
            List<String> groups = cut(symbols);
            Optional<Outcome<byte[]>> mistyped = firstMistyped(inGroups ? typed : groups.subList(0, GROUPS));
            if (mistyped.isPresent()) {
                return mistyped.get();
            }
        }
        int found = Math.ceilDiv(symbols.length(), CheckedGroup.SYMBOLS);
        return Outcome.failed(ProblemCode.KEY_WRONG_LENGTH, Integer.toString(found), Integer.toString(GROUPS));
    }

    private static Optional<Outcome<byte[]>> firstMistyped(List<String> groups) {
        for (int i = 0; i < groups.size(); i++) {
            if (CheckedGroup.parse(groups.get(i)).isEmpty()) {
                return Optional.of(mistyped(i, groups.get(i)));
            }
        }
        return Optional.empty();
    }

    private static Outcome<byte[]> decode(List<String> groups) {
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < GROUPS; i++) {
            OptionalInt value = CheckedGroup.parse(groups.get(i));
            if (value.isEmpty()) {
                return mistyped(i, groups.get(i));
            }
            bits = bits.shiftLeft(CheckedGroup.BITS).or(BigInteger.valueOf(value.getAsInt()));
        }
        if (bits.signum() != 0 && bits.getLowestSetBit() < PADDING_BITS) {
            return mistyped(GROUPS - 1, groups.get(GROUPS - 1));
        }
        return Outcome.ok(toBytes(bits.shiftRight(PADDING_BITS)));
    }

    private static byte[] toBytes(BigInteger bits) {
        byte[] magnitude = bits.toByteArray();
        int sign = Math.max(0, magnitude.length - LicenceKey.BYTES);
        byte[] key = new byte[LicenceKey.BYTES];
        int length = magnitude.length - sign;
        System.arraycopy(magnitude, sign, key, key.length - length, length);
        return key;
    }

    private static List<String> cut(String symbols) {
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < symbols.length(); at += CheckedGroup.SYMBOLS) {
            groups.add(symbols.substring(at, Math.min(symbols.length(), at + CheckedGroup.SYMBOLS)));
        }
        return groups;
    }

    /** Cuts at hyphens, dashes, blanks and the invisible characters that come along when a sheet is copied. */
    private static List<String> separate(String text) {
        StringBuilder blanked = new StringBuilder(text);
        for (int i = 0; i < blanked.length(); i++) {
            if (isSeparator(blanked.charAt(i))) {
                blanked.setCharAt(i, ' ');
            }
        }
        return Arrays.stream(blanked.toString().split(" ", -1))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static boolean isSeparator(char c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT
                || type == Character.CONTROL;
    }

    private static Outcome<byte[]> mistyped(int index, String group) {
        String quote = group.substring(0, Math.min(group.length(), LONGEST_QUOTE));
        return Outcome.failed(ProblemCode.KEY_MISTYPED, Integer.toString(index + 1), quote);
    }
}
