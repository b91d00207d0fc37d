package plugwright.meter.map;

/**
 * Registers next to one another.
 *
 * @param address of the first, on the wire
 * @param count how many, at least one
 */
public record RegisterBlock(int address, int count) {

    public RegisterBlock {
        if (address < 0 || count < 1) {
            throw new IllegalArgumentException(count + " registers from " + address);
        }
    }

    /** Behind its last register. */
    public int end() {
        return address + count;
    }

    public boolean contains(RegisterBlock other) {
        return address <= other.address && other.end() <= end();
    }
}
