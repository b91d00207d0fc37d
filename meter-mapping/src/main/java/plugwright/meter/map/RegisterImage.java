package plugwright.meter.map;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The words that a meter's answers brought, by their addresses. */
public final class RegisterImage {

    private static final int WORD_MASK = 0xFFFF;

    private final Map<Integer, Integer> words = new HashMap<>();

    /**
     * Adds an answer.
     *
     * @param address of its first word
     * @param values words, of which the low 16 bits count
     */
    public void put(int address, int[] values) {
        for (int i = 0; i < values.length; i++) {
            words.put(address + i, values[i] & WORD_MASK);
        }
    }

    /** The bits of a value, the high word first; empty if a word of it is not there. */
    OptionalLong bits(int address, int count, WordOrder order) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            Integer word = words.get(order == WordOrder.HIGH_FIRST ? address + i : address + count - 1 - i);
            if (word == null) {
                return OptionalLong.empty();
            }
            bits = bits << Short.SIZE | word;
        }
        return OptionalLong.of(bits);
    }
}
