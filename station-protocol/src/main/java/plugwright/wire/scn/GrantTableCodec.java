package plugwright.wire.scn;

import static plugwright.wire.scn.Fields.PHASES;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plugwright.wire.scn.Fields.Absurd;

/** The payload of a grant table, both ways. */
final class GrantTableCodec {

    private static final int TURN_BIT = 1;
    private static final int TWO_SOCKETS_BIT = 1 << 7;
    private static final int FIRST_MASK = 0x7f;
    private static final int REASON_SHIFT = 3;

    private GrantTableCodec() {}

    static void write(GrantTable table, ByteBuffer out) {
        out.put((byte) (table.turnEndsMillis().isPresent() ? TURN_BIT : 0));
        out.put((byte) table.firstSocket());
        table.turnEndsMillis().ifPresent(out::putInt);
        for (int phase = 0; phase < PHASES; phase++) {
            Fields.put24(out, table.total().get(phase));
        }
        for (int phase = 0; phase < PHASES; phase++) {
            Fields.put24(out, table.reserved().get(phase));
        }
        out.put((byte) table.stations().size());
        for (StationGrant station : table.stations()) {
            int count = station.sockets().size();
            out.put((byte) (station.firstSocket() | (count > 1 ? TWO_SOCKETS_BIT : 0)));
            Fields.putShort(out, station.boot());
            out.putInt(station.stamp());
            for (SocketGrant socket : station.sockets()) {
                Fields.putShort(out, socket.milliampere());
                out.put((byte) (socket.phases() | socket.reason().ordinal() << REASON_SHIFT));
            }
        }
        out.put((byte) table.remembered().size());
        for (RememberedVehicle vehicle : table.remembered()) {
            out.put((byte) vehicle.socket());
            Fields.put48(out, vehicle.memory());
        }
    }

    static GrantTable read(ScnHeader header, ByteBuffer in) throws Absurd {
        int flags = Fields.atMost(Fields.getByte(in), TURN_BIT, "flags");
        int first = Fields.atMost(Fields.getByte(in), ScnCodec.MAX_SOCKETS - 1, "socket id");
        OptionalInt turnEnds = flags == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Fields.atMost(in.getInt(), Integer.MAX_VALUE, "end of turn"));
        List<Integer> total = threePhases(in);
        List<Integer> reserved = threePhases(in);
        return new GrantTable(header, first, turnEnds, total, reserved, stations(in), remembered(in));
    }

    private static List<Integer> threePhases(ByteBuffer in) {
        return List.of(Fields.get24(in), Fields.get24(in), Fields.get24(in));
    }

    private static List<StationGrant> stations(ByteBuffer in) throws Absurd {
        int count = Fields.atMost(Fields.getByte(in), ScnCodec.MAX_SOCKETS, "number of stations");
        List<StationGrant> stations = new ArrayList<>(count);
        int next = 0;
        for (int i = 0; i < count; i++) {
            int head = Fields.getByte(in);
            int first = head & FIRST_MASK;
            int sockets = (head & TWO_SOCKETS_BIT) == 0 ? 1 : 2;
            if (first < next || first + sockets > ScnCodec.MAX_SOCKETS) {
                throw new Absurd("order of stations");
            }
            next = first + sockets;
            int boot = Fields.getShort(in);
            int stamp = in.getInt();
            stations.add(new StationGrant(
                    first, boot, stamp, sockets == 1 ? List.of(socket(in)) : List.of(socket(in), socket(in))));
        }
        return stations;
    }

    private static SocketGrant socket(ByteBuffer in) throws Absurd {
        int milliampere = Fields.atMost(Fields.getShort(in), Fields.LARGEST_SOCKET, "grant");
        int head = Fields.getByte(in);
        return new SocketGrant(
                milliampere, head & Fields.ALL_PHASES, Fields.oneOf(GrantReason.values(), head >> REASON_SHIFT));
    }

    private static List<RememberedVehicle> remembered(ByteBuffer in) throws Absurd {
        int count = Fields.atMost(Fields.getByte(in), ScnCodec.MAX_SOCKETS, "number of vehicles");
        List<RememberedVehicle> vehicles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            vehicles.add(new RememberedVehicle(
                    Fields.atMost(Fields.getByte(in), ScnCodec.MAX_SOCKETS - 1, "socket id"), Fields.get48(in)));
        }
        return vehicles;
    }
}
