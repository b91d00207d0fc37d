package plugwright.meter.map;

/**
 * One value of a meter.
 *
 * @param address of its first register, on the wire: 0 to 65535
 * @param type its width and meaning
 * @param scale to A, V or W
 */
public record Register(int address, RegisterType type, Scale scale) {

    private static final int ADDRESSES = 65_536;

    public Register {
        if (address < 0 || address + type.words() > ADDRESSES) {
            throw new IllegalArgumentException(
                    type.words() + " registers from " + address + " are not all within 0 to 65535");
        }
        if (scale instanceof Scale.Exponent(int at) && (at < 0 || at >= ADDRESSES)) {
            throw new IllegalArgumentException("register " + at + " is not within 0 to 65535");
        }
    }

    /** Behind its last register. */
    public int end() {
        return address + type.words();
    }
}
