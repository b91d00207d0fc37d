package plugwright.wire.scn;

import static plugwright.wire.scn.Fields.PHASES;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plugwright.wire.scn.Fields.Absurd;

/** The payload of a heartbeat, both ways. */
final class HeartbeatCodec {

    private static final int CONTACT_BIT = 1 << 2;
    private static final int CHANGE_BIT = 1 << 3;
    private static final int SOURCE_SHIFT = 4;
    private static final int BALLOT_BIT = 1 << 6;
    private static final int TURN_BIT = 1 << 7;
    private static final int TWO_BITS = 0b11;
    private static final int MOST_SOCKETS = 2;

    private static final int NONE = 0;
    private static final int LOST = 1;
    private static final int AVAILABLE = 2;

    private static final int CONTACTOR_SHIFT = 2;
    private static final int FOLLOWING_SHIFT = 3;
    private static final int CONNECTED_SHIFT = 4;
    private static final int COUNTED_SHIFT = 7;
    private static final int LEASE_SHIFT = 10;
    private static final int USED_BITS = 13;

    /** Promises travel in hundredths of a second, rounded down: a longer one than 655 s is never needed. */
    private static final int PROMISE_UNIT = 10;

    private HeartbeatCodec() {}

    static void write(Heartbeat heartbeat, ByteBuffer out) {
        int source = switch (heartbeat.source()) {
            case Source.None _ -> NONE;
            case Source.Lost _ -> LOST;
            case Source.Available _ -> AVAILABLE;
        };
        int flags = heartbeat.role().ordinal()
                | (heartbeat.contact() == Heartbeat.Contact.SUSPENDED ? CONTACT_BIT : 0)
                | (heartbeat.change() == Heartbeat.Change.PAUSED ? CHANGE_BIT : 0)
                | source << SOURCE_SHIFT
                | (heartbeat.ballot().isPresent() ? BALLOT_BIT : 0)
                | (heartbeat.turnEndsMillis().isPresent() ? TURN_BIT : 0);
        out.put((byte) flags);
        out.put((byte) heartbeat.firstSocket());
        Fields.put24(out, heartbeat.stationMaximum());
        if (heartbeat.turnEndsMillis().isPresent()) {
            out.putInt(heartbeat.turnEndsMillis().getAsInt());
        }
        if (heartbeat.source() instanceof Source.Available available) {
            for (int phase = 0; phase < PHASES; phase++) {
                Fields.put24(out, available.on(phase));
            }
            Fields.putShort(out, available.ageMillis());
        }
        heartbeat.ballot().ifPresent(b ->
                out.putInt(b.sender()).putInt(b.boot()).putInt(b.stamp()).putInt(b.applied()));
        out.put((byte) heartbeat.sockets().size());
        for (SocketVote socket : heartbeat.sockets()) {
            write(socket, out);
        }
        if (heartbeat.source().meter() != Source.UNKNOWN_METER) {
            out.putInt(heartbeat.source().meter());
        }
    }

    private static void write(SocketVote socket, ByteBuffer out) {
        int flags = socket.use().ordinal()
                | socket.contactor().ordinal() << CONTACTOR_SHIFT
                | socket.following().ordinal() << FOLLOWING_SHIFT
                | socket.connected() << CONNECTED_SHIFT
                | socket.counted() << COUNTED_SHIFT
                | socket.leasePhases() << LEASE_SHIFT;
        out.putShort((short) flags);
        Fields.putShort(out, socket.lease());
        Fields.putShort(out, socket.promiseMillis() / PROMISE_UNIT);
        Fields.putShort(out, socket.cap());
        out.put((byte) socket.capCode());
        for (int phase = 0; phase < PHASES; phase++) {
            Fields.putShort(out, socket.draw(phase));
        }
        out.putInt(socket.pluggedMillis());
        Fields.put48(out, socket.memory());
    }

    static Heartbeat read(ScnHeader header, ByteBuffer in) throws Absurd {
        int flags = Fields.getByte(in);
        int first = Fields.atMost(Fields.getByte(in), ScnCodec.MAX_SOCKETS - 1, "socket id");
        int maximum = Fields.get24(in);
        OptionalInt turnEnds = (flags & TURN_BIT) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Fields.atMost(in.getInt(), Integer.MAX_VALUE, "end of turn"));
        Source source = source(flags >> SOURCE_SHIFT & TWO_BITS, in);
        Optional<Ballot> ballot = (flags & BALLOT_BIT) == 0
                ? Optional.empty()
                : Optional.of(new Ballot(in.getInt(), in.getInt(), in.getInt(), in.getInt()));
        int count = Fields.getByte(in);
        if (count < 1 || count > MOST_SOCKETS || first + count > ScnCodec.MAX_SOCKETS) {
            throw new Absurd("number of sockets");
        }
        List<SocketVote> sockets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sockets.add(readSocket(in));
        }
        boolean saysMeter = !(source instanceof Source.None) && in.remaining() >= Integer.BYTES;
        return new Heartbeat(
                header,
                Fields.oneOf(Role.values(), flags & TWO_BITS),
                (flags & CONTACT_BIT) == 0 ? Heartbeat.Contact.RELEASED : Heartbeat.Contact.SUSPENDED,
                (flags & CHANGE_BIT) == 0 ? Heartbeat.Change.RUNNING : Heartbeat.Change.PAUSED,
                first,
                maximum,
                turnEnds,
                saysMeter ? of(source, in.getInt()) : source,
                ballot,
                sockets);
    }

    private static Source source(int kind, ByteBuffer in) throws Absurd {
        return switch (kind) {
            case NONE -> new Source.None();
            case LOST -> new Source.Lost();
            case AVAILABLE ->
                new Source.Available(Fields.get24(in), Fields.get24(in), Fields.get24(in), Fields.getShort(in));
            default -> throw new Absurd("source");
        };
    }

    private static Source of(Source source, int meter) {
        return switch (source) {
            case Source.None none -> none;
            case Source.Lost _ -> new Source.Lost(meter);
            case Source.Available(int l1, int l2, int l3, int age, int _) -> new Source.Available(l1, l2, l3, age, meter);
        };
    }

    private static SocketVote readSocket(ByteBuffer in) throws Absurd {
        int flags = Fields.getShort(in);
        Fields.atMost(flags >> USED_BITS, 0, "flags");
        int connected = flags >> CONNECTED_SHIFT & Fields.ALL_PHASES;
        int counted = flags >> COUNTED_SHIFT & Fields.ALL_PHASES;
        if ((counted & ~connected) != 0) {
            throw new Absurd("phases that are not connected");
        }
        return new SocketVote(
                Fields.oneOf(SocketVote.Use.values(), flags & TWO_BITS),
                SocketVote.Contactor.values()[flags >> CONTACTOR_SHIFT & 1],
                SocketVote.Following.values()[flags >> FOLLOWING_SHIFT & 1],
                connected,
                counted,
                Fields.atMost(Fields.getShort(in), Fields.LARGEST_SOCKET, "lease"),
                flags >> LEASE_SHIFT & Fields.ALL_PHASES,
                Fields.getShort(in) * PROMISE_UNIT,
                Fields.atMost(Fields.getShort(in), Fields.LARGEST_SOCKET, "cap"),
                Fields.getByte(in),
                Fields.getShort(in),
                Fields.getShort(in),
                Fields.getShort(in),
                Fields.atMost(in.getInt(), Integer.MAX_VALUE, "time since plugging in"),
                Fields.get48(in));
    }
}
