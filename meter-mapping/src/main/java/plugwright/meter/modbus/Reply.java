package plugwright.meter.modbus;

import plugwright.meter.Crc16;

/** What the bytes received so far are as the answer to a request. Nothing in them is believed that does not fit. */
public sealed interface Reply {

    /** The words asked for. */
    record Words(int[] words) implements Reply {}

    /** The meter refused, with this code of the Modbus standard. */
    record Refused(int exception) implements Reply {}

    /** More bytes must come. */
    record Incomplete() implements Reply {}

    /** A datagram that answers another request: an old one that came late. */
    record Foreign() implements Reply {}

    /** No answer to this request; the connection cannot be relied on. */
    record Broken(String why) implements Reply {}

    /** Transaction, protocol and length. */
    int HEADER_LENGTH = 6;

    /** Room for every message: header, unit, and the longest body of the standard; RTU frames are shorter. */
    int MAX_BYTES = 6 + 1 + 253;

    /**
     * Judges what has come.
     *
     * @param bytes received
     * @param length how many of them
     */
    static Reply of(ReadRequest request, Framing framing, byte[] bytes, int length) {
        return switch (framing) {
            case TCP -> message(request, bytes, length);
            case RTU_OVER_TCP -> rtu(request, bytes, length);
            case UDP -> {
                if (length >= 2 && word(bytes, 0) != request.transaction()) {
                    yield new Foreign();
                }
                Reply reply = message(request, bytes, length);
                yield reply instanceof Incomplete ? new Broken("a datagram cut short") : reply;
            }
        };
    }

    private static Reply message(ReadRequest request, byte[] bytes, int length) {
        if (length < HEADER_LENGTH) {
            return new Incomplete();
        }
        if (word(bytes, 2) != 0) {
            return new Broken("it does not begin like a Modbus message");
        }
        if (word(bytes, 0) != request.transaction()) {
            return new Broken("it answers another request");
        }
        int body = word(bytes, 4);
        if (body < 3 || HEADER_LENGTH + body > MAX_BYTES) {
            return new Broken("its length is said to be " + body);
        }
        if (length < HEADER_LENGTH + body) {
            return new Incomplete();
        }
        return length > HEADER_LENGTH + body
                ? new Broken("more bytes than it says")
                : body(request, bytes, HEADER_LENGTH, body);
    }

    private static Reply rtu(ReadRequest request, byte[] bytes, int length) {
        if (length < 3) {
            return new Incomplete();
        }
        int body = isException(bytes[1]) ? 3 : 3 + (bytes[2] & 0xFF);
        if (length < body + 2) {
            return new Incomplete();
        }
        if (length > body + 2) {
            return new Broken("more bytes than it says");
        }
        int sent = (bytes[body] & 0xFF) | ((bytes[body + 1] & 0xFF) << Byte.SIZE);
        return sent == Crc16.modbus(bytes, 0, body)
                ? body(request, bytes, 0, body)
                : new Broken("its checksum is wrong");
    }

    /** Unit, function, and the rest, all there. */
    private static Reply body(ReadRequest request, byte[] bytes, int at, int length) {
        int unit = bytes[at] & 0xFF;
        if (unit != request.unit()) {
            return new Broken("unit " + unit + " answered");
        }
        int function = bytes[at + 1] & 0x7F;
        if (function != request.function().number()) {
            return new Broken("it answers function " + function);
        }
        if (isException(bytes[at + 1])) {
            return length == 3 ? new Refused(bytes[at + 2] & 0xFF) : new Broken("an exception of another length");
        }
        int count = request.block().count();
        if ((bytes[at + 2] & 0xFF) != count * 2 || length != 3 + count * 2) {
            return new Broken("it does not have the " + count + " registers asked for");
        }
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = word(bytes, at + 3 + i * 2);
        }
        return new Words(words);
    }

    private static boolean isException(byte function) {
        return function < 0;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << Byte.SIZE) | (bytes[at + 1] & 0xFF);
    }
}
