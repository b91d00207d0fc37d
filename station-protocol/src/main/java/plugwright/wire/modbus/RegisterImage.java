package plugwright.wire.modbus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words of one unit at one moment. Filled by whoever knows the values, then only read; what nobody filled says
 * "unavailable": 0xFFFF in each word, which is no number in floats.
 */
public final class RegisterImage {

    private static final short UNAVAILABLE = (short) 0xFFFF;
    private static final int WORD_BITS = 16;
    private static final int WORD_BYTES = 2;

    private final RegisterMap map;
    private final RegisterBlock block;
    private final short[] words;

    /** All values unavailable. */
    public RegisterImage(RegisterMap map, RegisterBlock block) {
        this.map = map;
        this.block = block;
        this.words = new short[map.span(block)];
        Arrays.fill(words, UNAVAILABLE);
    }

    public RegisterBlock block() {
        return block;
    }

    /** The word at an address that the block holds, 0 to 65535. */
    public int word(int address) {
        return Short.toUnsignedInt(words[address]);
    }

    /** Sets a whole number; what its type cannot hold becomes the nearest it can. */
    public void whole(int start, long value) {
        Register register = register(start);
        switch (register.type()) {
            case SIGNED16 -> store(register, Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE));
            case UNSIGNED16 -> store(register, Math.clamp(value, 0, 0xFFFFL));
            case UNSIGNED32 -> store(register, Math.clamp(value, 0, 0xFFFF_FFFFL));
            case UNSIGNED64 -> store(register, Math.max(0, value));
            case STRING, FLOAT32, FLOAT64 -> throw new IllegalArgumentException(register.name() + " is no whole number");
        }
    }

    /** Sets a real number; one that is not finite makes it unavailable. */
    public void real(int start, double value) {
        Register register = register(start);
        if (!Double.isFinite(value)) {
            store(register, -1L);
            return;
        }
        switch (register.type()) {
            case FLOAT32 -> store(register, Float.floatToIntBits((float) value));
            case FLOAT64 -> store(register, Double.doubleToLongBits(value));
            case STRING, SIGNED16, UNSIGNED16, UNSIGNED32, UNSIGNED64 ->
                throw new IllegalArgumentException(register.name() + " is no real number");
        }
    }

    /** Sets a text: two characters a word, what is too long is cut, the rest is NUL; other than ASCII becomes "?". */
    public void text(int start, String value) {
        Register register = register(start);
        if (register.type() != RegisterType.STRING) {
            throw new IllegalArgumentException(register.name() + " is no text");
        }
        byte[] bytes =
                Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), register.words() * WORD_BYTES);
        ByteBuffer.wrap(bytes).asShortBuffer().get(words, start, register.words());
    }

    private Register register(int start) {
        Register register = map.at(block, start).orElseThrow(() -> new IllegalArgumentException("no value at " + start));
        if (register.start() != start) {
            throw new IllegalArgumentException(register.name() + " does not begin at " + start);
        }
        return register;
    }

    /** The low word comes last. */
    private void store(Register register, long bits) {
        for (int i = 0; i < register.words(); i++) {
            words[register.end() - 1 - i] = (short) (bits >>> (i * WORD_BITS));
        }
    }
}
