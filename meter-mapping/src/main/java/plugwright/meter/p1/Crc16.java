package plugwright.meter.p1;

/** CRC-16/ARC: polynomial 8005 (reflected A001), start 0, nothing inverted; the check value of "123456789" is BB3D. */
final class Crc16 {

    private static final int POLYNOMIAL_REFLECTED = 0xA001;
    private static final int BYTE_VALUES = 256;
    private static final int BYTE_MASK = 0xFF;
    private static final char[] TABLE = table();

    private Crc16() {}

    private static char[] table() {
        char[] table = new char[BYTE_VALUES];
        for (int i = 0; i < BYTE_VALUES; i++) {
            int crc = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ POLYNOMIAL_REFLECTED : crc >>> 1;
            }
            table[i] = (char) crc;
        }
        return table;
    }

    /**
     * Over a part of an array.
     *
     * @param from first byte
     * @param to behind the last byte
     */
    static int of(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc >>> Byte.SIZE) ^ TABLE[(crc ^ bytes[i]) & BYTE_MASK];
        }
        return crc;
    }
}
