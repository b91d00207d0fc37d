package plugwright.station.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

/**
 * Values ↔ bytes: magic, version, count, entries, CRC-32C over all before it; big endian. An entry is object and
 * sub-index (2 bytes each), kind (1), then 8 bytes of a number or a length (2) and UTF-8 text.
 */
public final class StoreFormat {

    /** "PWST". */
    private static final int MAGIC = 0x50575354;

    private static final short VERSION = 1;

    /** More properties than any catalogue has: a count above it is damage. */
    public static final int MAX_ENTRIES = 8_192;

    /** UTF-8 bytes of one text: four for each of the 1024 characters that a property may hold. */
    public static final int MAX_TEXT_BYTES = 4_096;

    /** A file above this is not read: a full station needs some 20 kB. */
    public static final int MAX_BYTES = 4 * 1_024 * 1_024;

    private static final byte WHOLE = 1;
    private static final byte REAL = 2;
    private static final byte TEXT = 3;
    private static final int HEAD_BYTES = 4 + 2 + 4;
    private static final int CRC_BYTES = 4;
    private static final int ENTRY_BYTES = 2 + 2 + 1 + 8;
    private static final int SHORT_MASK = 0xFFFF;

    private StoreFormat() {}

    /**
     * @throws IllegalArgumentException if there are more values or longer texts than the bounds allow
     */
    public static byte[] encode(Map<PropertyId, PropertyValue> values) {
        if (values.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException("too many values: " + values.size());
        }
        int size = HEAD_BYTES + CRC_BYTES;
        for (PropertyValue value : values.values()) {
            size += ENTRY_BYTES + (value instanceof PropertyValue.Text text ? utf8(text).length : 0);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(MAGIC).putShort(VERSION).putInt(values.size());
        new TreeMap<>(values).forEach((id, value) -> entry(out, id, value));
        out.putInt(crc(out.array(), out.position()));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void entry(ByteBuffer out, PropertyId id, PropertyValue value) {
        out.putShort((short) id.object()).putShort((short) id.sub());
        switch (value) {
            case PropertyValue.Whole whole -> out.put(WHOLE).putLong(whole.value());
            case PropertyValue.Real real -> out.put(REAL).putDouble(real.value());
            case PropertyValue.Text text -> {
                byte[] bytes = utf8(text);
                out.put(TEXT).putShort((short) bytes.length).put(bytes);
            }
        }
    }

    private static byte[] utf8(PropertyValue.Text text) {
        byte[] bytes = text.value().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("text of " + bytes.length + " bytes");
        }
        return bytes;
    }

    /** @return the values, or empty if the bytes are not whole and unharmed */
    public static Optional<Map<PropertyId, PropertyValue>> decode(byte[] bytes) {
        int body = bytes.length - CRC_BYTES;
        if (body < HEAD_BYTES
                || bytes.length > MAX_BYTES
                || ByteBuffer.wrap(bytes, body, CRC_BYTES).getInt() != crc(bytes, body)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, body);
        if (in.getInt() != MAGIC || in.getShort() != VERSION) {
            return Optional.empty();
        }
        int count = in.getInt();
        if (count < 0 || count > MAX_ENTRIES) {
            return Optional.empty();
        }
        try {
            return Optional.of(entries(in, count)).filter(values -> !in.hasRemaining());
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Map<PropertyId, PropertyValue> entries(ByteBuffer in, int count) {
        Map<PropertyId, PropertyValue> values = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            PropertyId id = new PropertyId(in.getShort() & SHORT_MASK, in.getShort() & SHORT_MASK);
            values.put(
                    id,
                    switch (in.get()) {
                        case WHOLE -> PropertyValue.of(in.getLong());
                        case REAL -> PropertyValue.of(in.getDouble());
                        case TEXT -> text(in);
                        default -> throw new IllegalArgumentException("unknown kind of value");
                    });
        }
        return values;
    }

    private static PropertyValue text(ByteBuffer in) {
        int length = in.getShort() & SHORT_MASK;
        if (length > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("text of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return PropertyValue.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
