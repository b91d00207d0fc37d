package plugwright.wire.modbus;

/**
 * A master wants a value to be this. Whole: all of its words.
 *
 * @param register which
 * @param words 0 to 65535, as many as it has
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
public record RegisterWrite(Register register, int[] words) {

    /** The value of a FLOAT32. */
    public double real() {
        return RegisterValues.float32(words[0], words[1]);
    }

    /** The value of an unsigned number. */
    public long whole() {
        return RegisterValues.unsigned(words);
    }
}
