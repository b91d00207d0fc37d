package plugwright.meter.p1;

import plugwright.meter.Crc16;

/**
 * Takes the bytes of a P1 port in any pieces and hands out telegrams and faults, each as soon as its last byte is
 * there. Starts anywhere in the stream, passes over noise, and finds its way back after damage: a telegram cut short
 * never takes the next one with it. Keeps one buffer and allocates nothing but the results.
 */
public final class P1Parser {

    /**
     * The longest telegram that is read. The largest legal ones (two texts of 2048 digits, four other meters, ten power
     * failures) stay below 6 kB; more without an end is something else.
     */
    public static final int MAX_TELEGRAM_BYTES = 8_192;

    /** How many slashes inside a damaged telegram are tried as the start of the next; it holds one of each. */
    private static final int MAX_RESTARTS = 4;

    private static final int CRC_DIGITS = 4;
    private static final int HEX = 16;

    private enum Place {
        BETWEEN,
        INSIDE,
        CHECKSUM
    }

    private final byte[] buffer = new byte[MAX_TELEGRAM_BYTES];
    private final TelegramFields fields = new TelegramFields();

    private Place place = Place.BETWEEN;
    private int length;
    private int crcSent;
    private int crcDigits;
    private long noiseBytes;

    /** Bytes passed over between telegrams. */
    public long noiseBytes() {
        return noiseBytes;
    }

    /** Takes all bytes of a piece. */
    public void feed(byte[] piece, P1Sink sink) {
        feed(piece, 0, piece.length, sink);
    }

    /**
     * Takes the bytes of a piece.
     *
     * @param from first byte
     * @param to behind the last byte
     * @param sink told before this returns
     */
    public void feed(byte[] piece, int from, int to, P1Sink sink) {
        int at = from;
        while (at < to) {
            if (place == Place.INSIDE) {
                at = inside(piece, at, to, sink);
            } else {
                one(piece[at++], sink);
            }
        }
    }

    /**
     * The stream ends here, or was taken up anew: what has begun will not be finished.
     *
     * @param sink told if there was a telegram in the middle
     */
    public void end(P1Sink sink) {
        if (place == Place.CHECKSUM && crcDigits > 0) {
            finish(sink);
        } else if (place != Place.BETWEEN) {
            place = Place.BETWEEN;
            sink.refused(P1Fault.Plain.CUT_SHORT);
        }
    }

    private void one(byte b, P1Sink sink) {
        if (place == Place.BETWEEN) {
            if (b == '/') {
                begin();
            } else {
                noiseBytes++;
            }
            return;
        }
        int digit = Character.digit(b, HEX);
        if (digit >= 0) {
            crcSent = crcSent * HEX + digit;
            if (++crcDigits == CRC_DIGITS) {
                finish(sink);
            }
            return;
        }
        if (crcDigits > 0) {
            finish(sink);
        } else {
            withoutChecksum(sink);
        }
        if (b == '/') {
            begin();
        }
    }

    private void begin() {
        buffer[0] = '/';
        length = 1;
        place = Place.INSIDE;
    }

    /** Takes bytes up to an exclamation mark, or as far as there are any. */
    private int inside(byte[] piece, int from, int to, P1Sink sink) {
        int count = length;
        for (int at = from; at < to; at++) {
            byte b = piece[at];
            if (b == '/' && buffer[count - 1] == '\n') {
                sink.refused(P1Fault.Plain.CUT_SHORT);
                count = 0;
            } else if (count == MAX_TELEGRAM_BYTES) {
                place = Place.BETWEEN;
                sink.refused(P1Fault.Plain.TOO_LONG);
                return at;
            }
            buffer[count++] = b;
            if (b == '!') {
                length = count;
                place = Place.CHECKSUM;
                crcSent = 0;
                crcDigits = 0;
                return at + 1;
            }
        }
        length = count;
        return to;
    }

    /** The checksum as a number is compared: one meter leaves its leading zero out. */
    private void finish(P1Sink sink) {
        place = Place.BETWEEN;
        int computed = Crc16.arc(buffer, 0, length);
        if (computed == crcSent) {
            fields.decode(buffer, 0, length, sink);
            return;
        }
        int start = laterStart();
        if (start > 0) {
            sink.refused(P1Fault.Plain.CUT_SHORT);
            fields.decode(buffer, start, length, sink);
        } else {
            sink.refused(new P1Fault.CrcWrong(crcSent, computed));
        }
    }

    /** Where a whole telegram begins inside what began with a broken one; 0 if there is none. */
    private int laterStart() {
        int tries = 0;
        for (int at = length - 1; at > 0 && tries < MAX_RESTARTS; at--) {
            if (buffer[at] == '/') {
                if (Crc16.arc(buffer, at, length) == crcSent) {
                    return at;
                }
                tries++;
            }
        }
        return 0;
    }

    /** Before version 4.0 telegrams had neither checksum nor version. */
    private void withoutChecksum(P1Sink sink) {
        place = Place.BETWEEN;
        int code = fields.versionOnly(buffer, length);
        sink.refused(
                code < P1Version.OLDEST_SUPPORTED ? new P1Fault.VersionTooOld(code) : P1Fault.Plain.CRC_MISSING);
    }
}
