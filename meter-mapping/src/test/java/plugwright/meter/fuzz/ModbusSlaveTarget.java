package plugwright.meter.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plugwright.model.Ipv4Address;
import plugwright.wire.modbus.MbapFrame;
import plugwright.wire.modbus.MbapReader;
import plugwright.wire.modbus.ModbusFault;
import plugwright.wire.modbus.RegisterBlock;
import plugwright.wire.modbus.RegisterImage;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.RegisterType;
import plugwright.wire.modbus.RegisterWrite;
import plugwright.wire.modbus.SlaveResponder;
import plugwright.wire.modbus.SlaveStation;

/**
 * Any bytes from a master, as a stream and as one request: never an exception, always an answer of the right form, and
 * no value reaches the station that is no whole, writable one.
 */
public final class ModbusSlaveTarget {

    private static final Ipv4Address MASTER = Ipv4Address.parse("192.0.2.9").orElseThrow();
    private static final RegisterMap MAP = RegisterMap.shipped();
    private static final int[] UNITS = {1, 2, 200, 0, 3, 255};
    private static final Set<Integer> WRITABLE = Set.of(1_210, 1_215, 1_417, 1_419, 1_421);
    private static final Set<Byte> EXCEPTIONS = Set.of((byte) 1, (byte) 2, (byte) 3, (byte) 11);
    private static final int MOST_READ = 125;
    private static final int WRITE_REPLY = 5;

    private ModbusSlaveTarget() {}

    private record Station(Permission permission) implements SlaveStation {

        @Override
        public Optional<RegisterImage> image(int unit) {
            return RegisterBlock.ofUnit(unit).map(block -> new RegisterImage(MAP, block));
        }

        @Override
        public Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master) {
            require(permission == Permission.READ_AND_WRITE && !writes.isEmpty(), "not to be written");
            for (RegisterWrite write : writes) {
                require(WRITABLE.contains(write.register().start()), write.toString());
                require(write.words().length == write.register().words(), write.toString());
                boolean real = write.register().type() == RegisterType.FLOAT32;
                require(!real || (write.real() >= 0 && write.real() <= Float.MAX_VALUE), write.toString());
            }
            return Optional.empty();
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int choice = bytes[0] & 0xFF;
        SlaveResponder responder = new SlaveResponder(
                MAP, new Station(SlaveStation.Permission.values()[choice % SlaveStation.Permission.values().length]));
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        request(responder, UNITS[choice / 2 % UNITS.length], Arrays.copyOf(rest, Math.min(rest.length, MbapFrame.MOST_PDU_BYTES)));
        List<String> whole = stream(responder, rest, rest.length);
        List<String> pieces = stream(responder, rest, 1 + choice % MOST_READ);
        require(whole.equals(pieces), "pieces make other requests");
    }

    /** What a stream comes to, in pieces of some size. */
    private static List<String> stream(SlaveResponder responder, byte[] bytes, int size) {
        MbapReader reader = new MbapReader();
        List<String> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length && !reader.isBroken(); from += size) {
            int end = Math.min(bytes.length, from + size);
            int at = from;
            while (at < end && !reader.isBroken()) {
                int taken = reader.take(bytes, at, end);
                require(taken > 0, "the stream stands still");
                at += taken;
                for (Optional<MbapFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                    MbapFrame frame = next.get();
                    frames.add(frame.transaction() + " " + frame.unit() + " " + Arrays.toString(frame.pdu()));
                    request(responder, frame.unit(), frame.pdu());
                }
            }
        }
        return frames;
    }

    private static void request(SlaveResponder responder, int unit, byte[] pdu) {
        byte[] reply = responder.answer(unit, pdu, MASTER);
        String what = Arrays.toString(pdu) + " -> " + Arrays.toString(reply);
        require(reply.length >= 2 && reply.length <= MbapFrame.MOST_PDU_BYTES, what);
        require((reply[0] & 0x7F) == (pdu[0] & 0x7F), what);
        if (reply[0] < 0) {
            require(reply.length == 2 && EXCEPTIONS.contains(reply[1]), what);
        } else if (reply[0] == 3) {
            int quantity = (pdu[3] & 0xFF) << 8 | (pdu[4] & 0xFF);
            require(quantity >= 1 && quantity <= MOST_READ, what);
            require((reply[1] & 0xFF) == 2 * quantity && reply.length == 2 + 2 * quantity, what);
        } else {
            require(reply[0] == 6 || reply[0] == 16, what);
            require(Arrays.equals(reply, Arrays.copyOf(pdu, WRITE_REPLY)), what);
        }
    }

    private static void require(boolean so, String what) {
        if (!so) {
            throw new AssertionError(what);
        }
    }
}
