package plugwright.wire.modbus;

/** A master's request, read from the bytes of its protocol data unit. Counts are within the protocol's limits. */
public sealed interface SlaveRequest {

    int READ_HOLDING = 3;
    int WRITE_SINGLE = 6;
    int WRITE_MULTIPLE = 16;

    /** Modbus Application Protocol §6.3: what fits in a reply of 253 bytes. */
    int MOST_READ = 125;

    /** §6.12: what fits in a request of 253 bytes. */
    int MOST_WRITTEN = 123;

    /** Function 3. */
    record Read(int start, int quantity) implements SlaveRequest {}

    /** Function 6 or 16; words are 0 to 65535. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
    record Write(int function, int start, int[] words) implements SlaveRequest {}

    /** Nothing that a slave like this one does. */
    record Refused(int function, ModbusFault fault) implements SlaveRequest {}

    /** Reads a request; whatever the bytes, the result is one of the above. */
    static SlaveRequest of(byte[] pdu) {
        if (pdu.length == 0) {
            return new Refused(0, ModbusFault.ILLEGAL_FUNCTION);
        }
        int function = pdu[0] & 0xFF;
        return switch (function) {
            case READ_HOLDING -> read(pdu);
            case WRITE_SINGLE -> pdu.length == SINGLE_BYTES
                    ? new Write(function, word(pdu, ADDRESS), new int[] {word(pdu, QUANTITY)})
                    : new Refused(function, ModbusFault.ILLEGAL_DATA_VALUE);
            case WRITE_MULTIPLE -> writeMultiple(pdu);
            default -> new Refused(function, ModbusFault.ILLEGAL_FUNCTION);
        };
    }

    /** Where the address, the quantity or single value, the byte count and the values of a request begin. */
    int ADDRESS = 1;

    int QUANTITY = 3;
    int BYTE_COUNT = 5;
    int VALUES = 6;
    int SINGLE_BYTES = 5;

    private static SlaveRequest read(byte[] pdu) {
        if (pdu.length != SINGLE_BYTES || word(pdu, QUANTITY) < 1 || word(pdu, QUANTITY) > MOST_READ) {
            return new Refused(READ_HOLDING, ModbusFault.ILLEGAL_DATA_VALUE);
        }
        return new Read(word(pdu, ADDRESS), word(pdu, QUANTITY));
    }

    private static SlaveRequest writeMultiple(byte[] pdu) {
        int quantity = pdu.length < VALUES ? 0 : word(pdu, QUANTITY);
        if (quantity < 1
                || quantity > MOST_WRITTEN
                || (pdu[BYTE_COUNT] & 0xFF) != 2 * quantity
                || pdu.length != VALUES + 2 * quantity) {
            return new Refused(WRITE_MULTIPLE, ModbusFault.ILLEGAL_DATA_VALUE);
        }
        int[] words = new int[quantity];
        for (int i = 0; i < quantity; i++) {
            words[i] = word(pdu, VALUES + 2 * i);
        }
        return new Write(WRITE_MULTIPLE, word(pdu, ADDRESS), words);
    }

    private static int word(byte[] pdu, int at) {
        return (pdu[at] & 0xFF) << 8 | (pdu[at + 1] & 0xFF);
    }
}
