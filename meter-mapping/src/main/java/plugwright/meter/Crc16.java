package plugwright.meter;

/**
 * The checksums of P1 telegrams (CRC-16/ARC, start 0) and of Modbus RTU frames (CRC-16/MODBUS, start FFFF): polynomial
 * 8005, reflected A001. Their check values of "123456789" are BB3D and 4B37.
 */
public final class Crc16 {

    private static final int POLYNOMIAL_REFLECTED = 0xA001;
    private static final int MODBUS_START = 0xFFFF;
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
     * CRC-16/ARC over a part of an array.
     *
     * @param from first byte
     * @param to behind the last byte
     */
    public static int arc(byte[] bytes, int from, int to) {
        return over(bytes, from, to, 0);
    }

    /**
     * CRC-16/MODBUS over a part of an array.
     *
     * @param from first byte
     * @param to behind the last byte
     */
    public static int modbus(byte[] bytes, int from, int to) {
        return over(bytes, from, to, MODBUS_START);
    }

    private static int over(byte[] bytes, int from, int to, int start) {
        int crc = start;
        for (int i = from; i < to; i++) {
            crc = (crc >>> Byte.SIZE) ^ TABLE[(crc ^ bytes[i]) & BYTE_MASK];
        }
        return crc;
    }
}
