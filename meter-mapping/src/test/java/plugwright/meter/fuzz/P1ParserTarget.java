package plugwright.meter.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import plugwright.meter.Crc16;
import plugwright.meter.GridReading;
import plugwright.meter.p1.P1Currents;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Parser;
import plugwright.meter.p1.P1Sink;
import plugwright.meter.p1.P1Telegram;

/**
 * Any bytes into the P1 parser, in pieces and whole: never an exception, the same results both ways, and no current
 * that a P1 meter cannot write.
 */
public final class P1ParserTarget {

    /** The highest current, or power at the lowest voltage, that is taken from a telegram, and the margin; in A. */
    private static final double HIGHEST_AMPERE = 10_001;

    private P1ParserTarget() {}

    private static final class Results implements P1Sink {
        private int hash;
        private int count;

        @Override
        public void telegram(P1Telegram telegram) {
            add(telegram.hashCode());
            GridReading reading = P1Currents.of(telegram);
            reading.phases().forEach(p -> {
                if (Math.abs(p.guarded().value()) > HIGHEST_AMPERE || p.guarded().compareTo(p.measured()) < 0) {
                    throw new AssertionError(reading.toString());
                }
            });
        }

        @Override
        public void refused(P1Fault fault) {
            add(fault.problem().hashCode());
        }

        private void add(int result) {
            hash = hash * 31 + result;
            count++;
        }
    }

    /** As they are, and made into a telegram whose checksum is right, so that its lines are reached. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        check(bytes);
        check(withChecksum(bytes));
    }

    private static void check(byte[] bytes) {
        Results whole = new Results();
        P1Parser parser = new P1Parser();
        parser.feed(bytes, whole);
        parser.end(whole);
        Results inPieces = new Results();
        P1Parser another = new P1Parser();
        int size = bytes.length == 0 ? 1 : 1 + (bytes[bytes.length / 2] & 0x1F);
        for (int at = 0; at < bytes.length; at += size) {
            another.feed(bytes, at, Math.min(bytes.length, at + size), inPieces);
        }
        another.end(inPieces);
        if (whole.hash != inPieces.hash || whole.count != inPieces.count) {
            throw new AssertionError("pieces of " + size + " make another result");
        }
    }

    private static byte[] withChecksum(byte[] bytes) {
        ByteArrayOutputStream telegram = new ByteArrayOutputStream();
        telegram.write('/');
        for (byte b : bytes) {
            if (b == '!') {
                break;
            }
            telegram.write(b);
        }
        telegram.write('!');
        int crc = Crc16.arc(telegram.toByteArray(), 0, telegram.size());
        telegram.writeBytes(String.format("%04X", crc).getBytes(StandardCharsets.US_ASCII));
        return telegram.toByteArray();
    }
}
