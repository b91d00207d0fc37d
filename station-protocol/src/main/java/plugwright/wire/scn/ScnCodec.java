package plugwright.wire.scn;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import plugwright.wire.scn.Fields.Absurd;

/**
 * Packets of one network as bytes, both ways (docs/scn-protocol.md). Big endian. Reading never throws, whatever the
 * bytes. One owner: it keeps the state of its authentication code.
 */
public final class ScnCodec {

    /** Fits one unfragmented frame on any network, IPv6's smallest MTU of 1280 included. */
    public static final int MAX_PACKET_BYTES = 1_200;

    /** A grant table leaves out what it can say later rather than grow beyond this. */
    public static final int MAX_GRANT_BYTES = 945;

    /** Guide §6.3.1. */
    public static final int MAX_SOCKETS = 128;

    /** What a packet's first bytes are, as of every family on this port: the letters PLWR. */
    private static final int MAGIC = 0x504c_5752;

    private static final byte VERSION = 1;
    private static final byte FAMILY_SCN = 2;
    private static final byte KIND_HEARTBEAT = 1;
    private static final byte KIND_GRANTS = 2;
    private static final int VERSION_AT = 4;
    private static final int FAMILY_AT = 5;
    private static final int NAME_BYTES = 8;

    /** Magic, version, family, kind, length of the payload. */
    private static final int FRAME_BYTES = 9;

    /** Frame, name, sender, boot, sequence, digest, stamp. */
    private static final int HEADER_BYTES = FRAME_BYTES + NAME_BYTES + 24;

    private static final int SHORTEST = HEADER_BYTES + PacketMac.BYTES;
    private static final int GRANT_TABLE_BYTES = 21;
    private static final int TURN_BYTES = 4;
    private static final int STATION_BYTES = 7;
    private static final int SOCKET_BYTES = 3;
    private static final int REMEMBERED_BYTES = 7;

    private final String network;
    private final PacketMac mac;
    private final byte[] buffer = new byte[MAX_PACKET_BYTES];
    private final ByteBuffer out = ByteBuffer.wrap(buffer);

    /**
     * @param network name of the network whose packets are read
     * @param key with which they are made
     */
    public ScnCodec(String network, NetworkKey key) {
        this.network = network;
        this.mac = new PacketMac(key);
    }

    /** The packet's bytes, at most {@value #MAX_PACKET_BYTES}. */
    public byte[] write(ScnPacket packet) {
        out.clear();
        ScnHeader header = packet.header();
        out.putInt(MAGIC).put(VERSION).put(FAMILY_SCN);
        out.put(packet instanceof Heartbeat ? KIND_HEARTBEAT : KIND_GRANTS).putShort((short) 0);
        byte[] name = header.network().getBytes(StandardCharsets.US_ASCII);
        out.put(Arrays.copyOf(name, NAME_BYTES));
        out.putInt(header.sender()).putInt(header.boot()).putInt(header.sequence());
        out.putLong(header.digest()).putInt(header.stamp());
        switch (packet) {
            case Heartbeat heartbeat -> HeartbeatCodec.write(heartbeat, out);
            case GrantTable table -> GrantTableCodec.write(table, out);
        }
        out.putShort(FRAME_BYTES - 2, (short) (out.position() - HEADER_BYTES));
        mac.append(buffer, out.position());
        return Arrays.copyOf(buffer, out.position() + PacketMac.BYTES);
    }

    /** What these bytes are: a packet of this network, or why not. */
    public ScnReading read(byte[] datagram) {
        return read(datagram, datagram.length);
    }

    /** As {@link #read(byte[])}, of the first bytes of a buffer. */
    public ScnReading read(byte[] datagram, int length) {
        ByteBuffer in = ByteBuffer.wrap(datagram, 0, length);
        if (length <= FAMILY_AT || in.getInt(0) != MAGIC || in.get(FAMILY_AT) != FAMILY_SCN) {
            return new ScnReading.NotOurs();
        }
        if (in.get(VERSION_AT) != VERSION) {
            return new ScnReading.Dropped(DropKind.OTHER_VERSION);
        }
        if (length < SHORTEST || length > MAX_PACKET_BYTES) {
            return new ScnReading.Dropped(DropKind.WRONG_LENGTH);
        }
        in.position(FRAME_BYTES);
        if (!isOurName(in)) {
            return new ScnReading.Dropped(DropKind.OTHER_NETWORK);
        }
        if (!mac.isRight(datagram, length)) {
            return new ScnReading.Dropped(DropKind.WRONG_MAC);
        }
        in.limit(length - PacketMac.BYTES);
        try {
            return readOurs(in);
        } catch (BufferUnderflowException cutShort) {
            return new ScnReading.Dropped(DropKind.WRONG_LENGTH);
        } catch (Absurd number) {
            return new ScnReading.Dropped(DropKind.ABSURD);
        }
    }

    private boolean isOurName(ByteBuffer in) {
        boolean ours = true;
        for (int i = 0; i < NAME_BYTES; i++) {
            ours &= in.get() == (i < network.length() ? network.charAt(i) : 0);
        }
        return ours;
    }

    private ScnReading readOurs(ByteBuffer in) throws Absurd {
        byte kind = in.get(FAMILY_AT + 1);
        int payload = Fields.getShort(in.duplicate().position(FRAME_BYTES - 2));
        ScnHeader header =
                new ScnHeader(network, in.getInt(), in.getInt(), in.getInt(), in.getLong(), in.getInt());
        if (payload != in.remaining()) {
            return new ScnReading.Dropped(DropKind.WRONG_LENGTH);
        }
        ScnPacket packet = switch (kind) {
            case KIND_HEARTBEAT -> HeartbeatCodec.read(header, in);
            case KIND_GRANTS -> GrantTableCodec.read(header, in);
            default -> throw new Absurd("kind");
        };
        // Payload bytes behind the known fields are those of a later minor form, as in the discovery family.
        return new ScnReading.Ours(packet);
    }

    /** How many remembered vehicles a grant table has room for beside its grants. */
    public static int roomForRemembered(int stations, int sockets) {
        int taken = HEADER_BYTES
                + GRANT_TABLE_BYTES
                + TURN_BYTES
                + stations * STATION_BYTES
                + sockets * SOCKET_BYTES
                + 1
                + PacketMac.BYTES;
        return Math.max(0, (MAX_GRANT_BYTES - taken) / REMEMBERED_BYTES);
    }
}
