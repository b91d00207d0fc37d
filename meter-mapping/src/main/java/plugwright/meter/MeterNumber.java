package plugwright.meter;

import java.nio.charset.StandardCharsets;

/** A short number of a meter, by which stations can tell whether they read the same one: FNV-1a, 32 bit. */
public final class MeterNumber {

    /** Of a meter that does not say which it is: may be any. */
    public static final int UNKNOWN = 0;

    private static final int START = 0x811c_9dc5;
    private static final int FACTOR = 0x0100_0193;
    private static final int UNSIGNED = 0xff;

    private MeterNumber() {}

    /** Of what a meter says of itself, or by what it is reached. */
    public static int of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** Of some bytes of a message; nothing in them is no number. */
    public static int of(byte[] bytes, int from, int to) {
        if (from >= to) {
            return UNKNOWN;
        }
        int hash = START;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & UNSIGNED)) * FACTOR;
        }
        return hash == UNKNOWN ? START : hash;
    }
}
