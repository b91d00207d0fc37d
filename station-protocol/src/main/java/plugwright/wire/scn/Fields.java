package plugwright.wire.scn;

import java.nio.ByteBuffer;

/** Numbers of other sizes than Java has, big endian, and what they may be. */
final class Fields {

    static final int UNSIGNED_BYTE = 0xff;
    static final int UNSIGNED_SHORT = 0xffff;

    /** Largest number of three bytes: 16 777 A in mA. */
    static final int LARGEST_24 = 0xff_ffff;

    /** Guide §10.8: the largest cable is rated 63 A; no socket has more. */
    static final int LARGEST_SOCKET = 63_000;

    static final int PHASES = 3;
    static final int ALL_PHASES = 0b111;

    private Fields() {}

    /** A number that cannot be: the packet is dropped. */
    static final class Absurd extends Exception {
        private static final long serialVersionUID = 1;

        Absurd(String what) {
            super(what, null, false, false);
        }
    }

    static void put24(ByteBuffer bytes, int value) {
        int bounded = Math.clamp(value, 0, LARGEST_24);
        bytes.put((byte) (bounded >> 16)).putShort((short) bounded);
    }

    static int get24(ByteBuffer bytes) {
        return ((bytes.get() & UNSIGNED_BYTE) << 16) | getShort(bytes);
    }

    static void put48(ByteBuffer bytes, long value) {
        bytes.putShort((short) (value >> 32)).putInt((int) value);
    }

    static long get48(ByteBuffer bytes) {
        return ((long) getShort(bytes) << 32) | (bytes.getInt() & 0xffff_ffffL);
    }

    /** Two bytes, the largest for what is larger. */
    static void putShort(ByteBuffer bytes, int value) {
        bytes.putShort((short) Math.clamp(value, 0, UNSIGNED_SHORT));
    }

    static int getShort(ByteBuffer bytes) {
        return bytes.getShort() & UNSIGNED_SHORT;
    }

    static int getByte(ByteBuffer bytes) {
        return bytes.get() & UNSIGNED_BYTE;
    }

    static int atMost(int value, int most, String what) throws Absurd {
        if (value < 0 || value > most) {
            throw new Absurd(what);
        }
        return value;
    }

    static <E extends Enum<E>> E oneOf(E[] values, int number) throws Absurd {
        if (number >= values.length) {
            throw new Absurd("no such " + values[0].getDeclaringClass().getSimpleName());
        }
        return values[number];
    }
}
