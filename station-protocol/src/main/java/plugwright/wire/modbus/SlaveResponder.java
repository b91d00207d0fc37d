package plugwright.wire.modbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plugwright.model.Ipv4Address;

/**
 * Requests → replies of a slave, as bytes of protocol data units. Reads may begin and end inside a value and span
 * several, but no gap; a value is written whole or not at all, and a request's values all together.
 */
public final class SlaveResponder {

    private static final int EXCEPTION_BIT = 0x80;
    private static final int READ_HEAD = 2;
    private static final int WRITE_REPLY_BYTES = 5;

    private final RegisterMap map;
    private final SlaveStation station;

    public SlaveResponder(RegisterMap map, SlaveStation station) {
        this.map = map;
        this.station = station;
    }

    /**
     * The reply to a request, whatever its bytes.
     *
     * @param unit 0 to 255
     * @param master who asks
     */
    public byte[] answer(int unit, byte[] pdu, Ipv4Address master) {
        return switch (SlaveRequest.of(pdu)) {
            case SlaveRequest.Refused(int function, ModbusFault fault) -> exception(function, fault);
            case SlaveRequest.Read(int start, int quantity) -> read(unit, start, quantity);
            case SlaveRequest.Write write -> write(unit, write, master)
                    .map(fault -> exception(write.function(), fault))
                    .orElseGet(() -> Arrays.copyOf(pdu, WRITE_REPLY_BYTES));
        };
    }

    private static byte[] exception(int function, ModbusFault fault) {
        return new byte[] {(byte) (function | EXCEPTION_BIT), (byte) fault.code()};
    }

    private byte[] read(int unit, int start, int quantity) {
        Optional<RegisterImage> asked = station.image(unit);
        if (asked.isEmpty()) {
            return exception(SlaveRequest.READ_HOLDING, ModbusFault.NO_SUCH_UNIT);
        }
        RegisterImage image = asked.get();
        if (!map.holds(image.block(), start, quantity)) {
            return exception(SlaveRequest.READ_HOLDING, ModbusFault.ILLEGAL_DATA_ADDRESS);
        }
        byte[] reply = new byte[READ_HEAD + 2 * quantity];
        reply[0] = SlaveRequest.READ_HOLDING;
        reply[1] = (byte) (2 * quantity);
        for (int i = 0; i < quantity; i++) {
            int word = image.word(start + i);
            reply[READ_HEAD + 2 * i] = (byte) (word >> 8);
            reply[READ_HEAD + 2 * i + 1] = (byte) word;
        }
        return reply;
    }

    private Optional<ModbusFault> write(int unit, SlaveRequest.Write request, Ipv4Address master) {
        Optional<RegisterImage> asked = station.image(unit);
        if (asked.isEmpty()) {
            return Optional.of(ModbusFault.NO_SUCH_UNIT);
        }
        if (station.permission() == SlaveStation.Permission.READ) {
            return Optional.of(ModbusFault.ILLEGAL_DATA_ADDRESS);
        }
        List<RegisterWrite> writes = new ArrayList<>();
        int[] words = request.words();
        int at = 0;
        while (at < words.length) {
            Optional<RegisterWrite> next = whole(asked.get().block(), request.start(), words, at);
            if (next.isEmpty()) {
                return Optional.of(ModbusFault.ILLEGAL_DATA_ADDRESS);
            }
            writes.add(next.get());
            at += next.get().words().length;
        }
        return writes.stream().allMatch(SlaveResponder::canBe)
                ? station.write(unit, writes, master)
                : Optional.of(ModbusFault.ILLEGAL_DATA_VALUE);
    }

    /** The writable value that begins at a word of a request, if all of it is there. */
    private Optional<RegisterWrite> whole(RegisterBlock block, int start, int[] words, int at) {
        return map.at(block, start + at)
                .filter(r -> r.isWritable() && r.start() == start + at && at + r.words() <= words.length)
                .map(r -> new RegisterWrite(r, Arrays.copyOfRange(words, at, at + r.words())));
    }

    /** Every real number that masters may write is a current: not negative, not infinite, not "unavailable". */
    private static boolean canBe(RegisterWrite write) {
        return write.register().type() != RegisterType.FLOAT32 || (Double.isFinite(write.real()) && write.real() >= 0);
    }
}
