package plugwright.meter.modbus;

import plugwright.meter.Crc16;
import plugwright.meter.map.FunctionCode;
import plugwright.meter.map.RegisterBlock;

/**
 * A read of registers.
 *
 * @param transaction 0 to 65535, told again in the answer; RTU frames have none
 * @param unit 0 to 255
 * @param function how they are read
 * @param block which
 */
public record ReadRequest(int transaction, int unit, FunctionCode function, RegisterBlock block) {

    /** The highest unit number that fits a message. */
    public static final int LAST_UNIT = 255;

    private static final int LAST_TRANSACTION = 0xFFFF;
    private static final int BODY_LENGTH = 6;

    public ReadRequest {
        if (unit < 0 || unit > LAST_UNIT || transaction < 0 || transaction > LAST_TRANSACTION) {
            throw new IllegalArgumentException("unit " + unit + ", transaction " + transaction);
        }
    }

    /** As it is sent. */
    public byte[] bytes(Framing framing) {
        return framing == Framing.RTU_OVER_TCP ? rtu() : message();
    }

    private byte[] message() {
        byte[] bytes = new byte[Reply.HEADER_LENGTH + BODY_LENGTH];
        put(bytes, 0, transaction);
        put(bytes, 4, BODY_LENGTH);
        body(bytes, Reply.HEADER_LENGTH);
        return bytes;
    }

    private byte[] rtu() {
        byte[] bytes = new byte[BODY_LENGTH + 2];
        body(bytes, 0);
        int crc = Crc16.modbus(bytes, 0, BODY_LENGTH);
        bytes[BODY_LENGTH] = (byte) crc;
        bytes[BODY_LENGTH + 1] = (byte) (crc >>> Byte.SIZE);
        return bytes;
    }

    private void body(byte[] bytes, int at) {
        bytes[at] = (byte) unit;
        bytes[at + 1] = (byte) function.number();
        put(bytes, at + 2, block.address());
        put(bytes, at + 4, block.count());
    }

    private static void put(byte[] bytes, int at, int word) {
        bytes[at] = (byte) (word >>> Byte.SIZE);
        bytes[at + 1] = (byte) word;
    }
}
