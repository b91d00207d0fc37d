package plugwright.station.mdns;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** DNS messages as bytes (RFC 1035 §4): questions in, answers out. Reading never throws, whatever the bytes. */
final class DnsCodec {

    static final int TYPE_A = 1;
    static final int TYPE_PTR = 12;
    static final int TYPE_TXT = 16;
    static final int TYPE_SRV = 33;
    static final int TYPE_ANY = 255;

    /** RFC 6762 §17. */
    static final int MAX_MESSAGE_BYTES = 9_000;

    private static final int CLASS_IN = 1;
    private static final int CLASS_ANY = 255;

    /** In a question: answer by unicast, please. In a record: this is the only one, forget others (RFC 6762 §10.2). */
    private static final int TOP_BIT_OF_CLASS = 0x8000;

    /** Response bit and operation code: both are 0 in a standard query. */
    private static final int QUERY_MASK = 0xf800;

    private static final int AUTHORITATIVE_RESPONSE = 0x8400;

    /** A browser asks a handful of questions; the rest of a longer message is not read. */
    private static final int MOST_QUESTIONS = 64;

    /** A name has at most 127 labels (255 bytes); this also ends pointers that go in circles. */
    private static final int MOST_STEPS_IN_A_NAME = 128;

    private static final int LONGEST_LABEL = 63;
    private static final int POINTER = 0xc0;
    private static final int UNSIGNED_BYTE = 0xff;
    private static final int UNSIGNED_SHORT = 0xffff;

    private DnsCodec() {}

    /** The questions of a query message; empty for anything else. */
    static Optional<DnsQuery> readQuery(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        try {
            int id = bytes.getShort() & UNSIGNED_SHORT;
            if ((bytes.getShort() & QUERY_MASK) != 0) {
                return Optional.empty();
            }
            int count = Math.min(bytes.getShort() & UNSIGNED_SHORT, MOST_QUESTIONS);
            bytes.getShort();
            bytes.getInt();
            List<DnsQuery.Question> questions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Optional<DnsName> name = readName(bytes);
                int type = bytes.getShort() & UNSIGNED_SHORT;
                int asked = bytes.getShort() & UNSIGNED_SHORT & ~TOP_BIT_OF_CLASS;
                if (name.isEmpty()) {
                    return Optional.empty();
                }
                if (asked == CLASS_IN || asked == CLASS_ANY) {
                    questions.add(new DnsQuery.Question(name.get(), type));
                }
            }
            return Optional.of(new DnsQuery(id, questions));
        } catch (BufferUnderflowException cutShort) {
            return Optional.empty();
        }
    }

    /** The message's bytes; names are written in full, which every reader understands. */
    static byte[] write(DnsResponse response) {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_MESSAGE_BYTES);
        bytes.putShort((short) response.id()).putShort((short) AUTHORITATIVE_RESPONSE);
        bytes.putShort((short) response.questions().size());
        bytes.putShort((short) response.answers().size());
        bytes.putShort((short) 0);
        bytes.putShort((short) response.additional().size());
        for (DnsQuery.Question question : response.questions()) {
            putName(bytes, question.name());
            bytes.putShort((short) question.type()).putShort((short) CLASS_IN);
        }
        boolean plain = !response.questions().isEmpty();
        response.answers().forEach(record -> putRecord(bytes, record, response.ttlSeconds(), plain));
        response.additional().forEach(record -> putRecord(bytes, record, response.ttlSeconds(), plain));
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void putRecord(ByteBuffer bytes, DnsRecord record, int ttlSeconds, boolean plain) {
        putName(bytes, record.name());
        boolean shared = record instanceof DnsRecord.Pointer;
        int type =
                switch (record) {
                    case DnsRecord.Pointer _ -> TYPE_PTR;
                    case DnsRecord.Service _ -> TYPE_SRV;
                    case DnsRecord.Text _ -> TYPE_TXT;
                    case DnsRecord.Address _ -> TYPE_A;
                };
        bytes.putShort((short) type);
        // A plain resolver would not understand the top bit (RFC 6762 §6.7).
        bytes.putShort((short) (shared || plain ? CLASS_IN : CLASS_IN | TOP_BIT_OF_CLASS));
        bytes.putInt(ttlSeconds);
        int lengthAt = bytes.position();
        bytes.putShort((short) 0);
        switch (record) {
            case DnsRecord.Pointer pointer -> putName(bytes, pointer.target());
            case DnsRecord.Service service -> {
                // Priority and weight 0: there is only one.
                bytes.putInt(0).putShort((short) service.port());
                putName(bytes, service.host());
            }
            case DnsRecord.Text text -> text.texts().forEach(one -> putText(bytes, one, UNSIGNED_BYTE));
            case DnsRecord.Address address -> bytes.putInt(address.address().bits());
        }
        bytes.putShort(lengthAt, (short) (bytes.position() - lengthAt - Short.BYTES));
    }

    private static void putName(ByteBuffer bytes, DnsName name) {
        name.labels().forEach(label -> putText(bytes, label, LONGEST_LABEL));
        bytes.put((byte) 0);
    }

    private static void putText(ByteBuffer bytes, String text, int longest) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > longest) {
            throw new IllegalArgumentException("longer than " + longest + " bytes: " + text);
        }
        bytes.put((byte) encoded.length).put(encoded);
    }

    /** Leaves the buffer behind the name; empty where a pointer goes astray. */
    private static Optional<DnsName> readName(ByteBuffer bytes) {
        List<String> labels = new ArrayList<>();
        int resumeAt = -1;
        for (int step = 0; step < MOST_STEPS_IN_A_NAME; step++) {
            int at = bytes.position();
            int length = bytes.get() & UNSIGNED_BYTE;
            if (length == 0) {
                if (resumeAt >= 0) {
                    bytes.position(resumeAt);
                }
                return Optional.of(new DnsName(labels));
            }
            if ((length & POINTER) == POINTER) {
                int target = (length & ~POINTER) << Byte.SIZE | (bytes.get() & UNSIGNED_BYTE);
                if (target >= at) {
                    return Optional.empty();
                }
                resumeAt = resumeAt >= 0 ? resumeAt : bytes.position();
                bytes.position(target);
            } else if (length > LONGEST_LABEL) {
                return Optional.empty();
            } else {
                byte[] label = new byte[length];
                bytes.get(label);
                labels.add(new String(label, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
