package plugwright.wire.modbus;

/**
 * One value of the register table.
 *
 * @param block whose registers these are
 * @param start address of its first word, as on the wire
 * @param words how many registers it takes
 * @param type how it lies in them
 * @param access whether masters may write it
 * @param unit what one of its values stands for: {@code 1 A}, {@code 0.001 s}; empty for texts and codes
 * @param name in English
 */
public record Register(
        RegisterBlock block, int start, int words, RegisterType type, Access access, String unit, String name) {

    /** What a master may do. */
    public enum Access {
        READ,
        READ_WRITE
    }

    public boolean isWritable() {
        return access == Access.READ_WRITE;
    }

    /** The address after its last word. */
    public int end() {
        return start + words;
    }
}
