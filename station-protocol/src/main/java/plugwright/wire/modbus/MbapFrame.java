package plugwright.wire.modbus;

/**
 * A protocol data unit in its TCP envelope: transaction identifier, protocol identifier 0, length, unit (Modbus
 * Messaging on TCP/IP §3.1.3). Big endian.
 *
 * @param transaction 0 to 65535, given back in the reply
 * @param unit 0 to 255
 * @param pdu 1 to {@value #MOST_PDU_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
public record MbapFrame(int transaction, int unit, byte[] pdu) {

    /** Modbus Application Protocol §4.1: what a serial line's frame leaves for it. */
    public static final int MOST_PDU_BYTES = 253;

    /** Envelope with the unit. */
    static final int HEAD_BYTES = 7;

    /** The longest frame. */
    public static final int MOST_BYTES = HEAD_BYTES + MOST_PDU_BYTES;

    static final int PROTOCOL = 2;
    static final int LENGTH = 4;
    static final int UNIT = 6;
    private static final int BYTE_BITS = 8;

    /** As bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[HEAD_BYTES + pdu.length];
        put(bytes, 0, transaction);
        put(bytes, LENGTH, 1 + pdu.length);
        bytes[UNIT] = (byte) unit;
        System.arraycopy(pdu, 0, bytes, HEAD_BYTES, pdu.length);
        return bytes;
    }

    private static void put(byte[] bytes, int at, int word) {
        bytes[at] = (byte) (word >> BYTE_BITS);
        bytes[at + 1] = (byte) word;
    }

    static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << BYTE_BITS | (bytes[at + 1] & 0xFF);
    }
}
