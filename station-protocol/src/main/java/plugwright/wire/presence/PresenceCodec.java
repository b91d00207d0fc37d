package plugwright.wire.presence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import plugwright.model.Ipv4Address;
import plugwright.model.StationId;

/**
 * Discovery packets as bytes, both ways; layout in docs/decisions/0004-udp-discovery-format.md. Big endian.
 * Reading never throws, whatever the bytes.
 */
public final class PresenceCodec {

    /** The port of discovery and of SCN traffic (station-interfaces §3). */
    public static final int PORT = 36_549;

    /** Fits one unfragmented frame on any network, IPv6's smallest MTU of 1280 included. */
    public static final int MAX_PACKET_BYTES = 1_200;

    /** What a packet's first bytes are: the letters PLWR. */
    private static final int MAGIC = 0x504c_5752;

    private static final int MAGIC_BYTES = 4;
    private static final byte VERSION = 1;
    private static final byte FAMILY_DISCOVERY = 1;
    private static final byte KIND_QUERY = 1;
    private static final byte KIND_ANNOUNCEMENT = 2;
    private static final byte KIND_GOODBYE = 3;

    private static final int UNSIGNED_BYTE = 0xff;
    private static final int UNSIGNED_SHORT = 0xffff;

    private PresenceCodec() {}

    /** The packet's bytes, at most {@value #MAX_PACKET_BYTES}. */
    public static byte[] write(PresencePacket packet) {
        ByteBuffer payload = ByteBuffer.allocate(MAX_PACKET_BYTES);
        byte kind =
                switch (packet) {
                    case PresencePacket.Query query -> {
                        payload.putLong(query.queryId());
                        yield KIND_QUERY;
                    }
                    case PresencePacket.Announcement announcement -> {
                        payload.putLong(announcement.queryId());
                        putStation(payload, announcement.station());
                        yield KIND_ANNOUNCEMENT;
                    }
                    case PresencePacket.Goodbye goodbye -> {
                        putText(payload, goodbye.station().serial());
                        yield KIND_GOODBYE;
                    }
                };
        payload.flip();
        ByteBuffer bytes = ByteBuffer.allocate(MAX_PACKET_BYTES);
        bytes.putInt(MAGIC).put(VERSION).put(FAMILY_DISCOVERY).put(kind);
        bytes.putShort((short) payload.remaining()).put(payload);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** What these bytes are; a packet of ours, or the reason to ignore them. */
    public static Reading read(byte[] datagram) {
        if (datagram.length > MAX_PACKET_BYTES) {
            return new Reading.Ignored(IgnoredReason.TOO_LONG);
        }
        ByteBuffer bytes = ByteBuffer.wrap(datagram);
        if (bytes.remaining() < MAGIC_BYTES || bytes.getInt() != MAGIC) {
            return new Reading.Ignored(IgnoredReason.NOT_OURS);
        }
        try {
            return readOurs(bytes);
        } catch (BufferUnderflowException cutShort) {
            return new Reading.Ignored(IgnoredReason.MALFORMED);
        }
    }

    private static Reading readOurs(ByteBuffer bytes) {
        if (bytes.get() != VERSION) {
            return new Reading.Ignored(IgnoredReason.OTHER_VERSION);
        }
        if (bytes.get() != FAMILY_DISCOVERY) {
            return new Reading.Ignored(IgnoredReason.OTHER_FAMILY);
        }
        byte kind = bytes.get();
        if (kind < KIND_QUERY || kind > KIND_GOODBYE) {
            return new Reading.Ignored(IgnoredReason.UNKNOWN_KIND);
        }
        if ((bytes.getShort() & UNSIGNED_SHORT) != bytes.remaining()) {
            return new Reading.Ignored(IgnoredReason.MALFORMED);
        }
        return switch (kind) {
            case KIND_QUERY -> readQuery(bytes);
            case KIND_ANNOUNCEMENT -> readAnnouncement(bytes);
            default -> readGoodbye(bytes);
        };
    }

    private static Reading readQuery(ByteBuffer payload) {
        long queryId = payload.getLong();
        return queryId == PresencePacket.UNASKED
                ? new Reading.Ignored(IgnoredReason.MALFORMED)
                : new Reading.Ours(new PresencePacket.Query(queryId));
    }

    private static Reading readAnnouncement(ByteBuffer payload) {
        long queryId = payload.getLong();
        String serial = getText(payload);
        String model = getText(payload);
        String firmware = getText(payload);
        String type = getText(payload);
        int port = payload.getShort() & UNSIGNED_SHORT;
        Ipv4Address address = new Ipv4Address(payload.getInt());
        boolean possible =
                StationId.isValid(serial)
                        && StationPresence.isText(model)
                        && StationPresence.isText(firmware)
                        && StationPresence.isText(type)
                        && port > 0
                        && address.isHost();
        if (!possible) {
            return new Reading.Ignored(IgnoredReason.MALFORMED);
        }
        return new Reading.Ours(
                new PresencePacket.Announcement(
                        queryId,
                        new StationPresence(new StationId(serial), model, firmware, type, address, port)));
    }

    private static Reading readGoodbye(ByteBuffer payload) {
        String serial = getText(payload);
        return StationId.isValid(serial)
                ? new Reading.Ours(new PresencePacket.Goodbye(new StationId(serial)))
                : new Reading.Ignored(IgnoredReason.MALFORMED);
    }

    private static void putStation(ByteBuffer payload, StationPresence station) {
        putText(payload, station.id().serial());
        putText(payload, station.model());
        putText(payload, station.firmware());
        putText(payload, station.type());
        payload.putShort((short) station.apiPort());
        payload.putInt(station.address().bits());
    }

    private static void putText(ByteBuffer payload, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        payload.put((byte) ascii.length).put(ascii);
    }

    /** ISO 8859-1 keeps bytes above 127 as such, so that the caller's check for ASCII refuses them. */
    private static String getText(ByteBuffer payload) {
        byte[] text = new byte[payload.get() & UNSIGNED_BYTE];
        payload.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
