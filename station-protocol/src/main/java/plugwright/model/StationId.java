package plugwright.model;

/**
 * A station's serial number, the name under which it is known everywhere: discovery, licence, pins.
 *
 * @param serial 1 to {@value #MAX_LENGTH} printable ASCII characters without blanks, as the station reports it
 *     (property 2051_0, object number)
 */
public record StationId(String serial) implements Comparable<StationId> {

    /** Real serials have 9 or 10 characters; 2051_0 holds 25. */
    public static final int MAX_LENGTH = 32;

    public StationId {
        if (!isValid(serial)) {
            throw new IllegalArgumentException("not a station serial number: " + serial);
        }
    }

    /** Whether a text from outside can be a serial number; ask before constructing from foreign input. */
    public static boolean isValid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    @Override
    public int compareTo(StationId other) {
        return serial.compareTo(other.serial);
    }

    @Override
    public String toString() {
        return serial;
    }
}
