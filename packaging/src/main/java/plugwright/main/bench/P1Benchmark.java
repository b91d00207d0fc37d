package plugwright.main.bench;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plugwright.meter.p1.P1Fault;
import plugwright.meter.p1.P1Parser;
import plugwright.meter.p1.P1Sink;
import plugwright.meter.p1.P1Telegram;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** How many bytes of telegrams the P1 parser takes on one core; beside it, copying the same bytes one by one. */
public final class P1Benchmark implements Benchmark {

    /** A telegram of a three-phase 5.0 meter with a gas meter: 27 lines, checksum included. */
    private static final String TELEGRAM = String.join(
            "\r\n",
            "/XMX5LGBBFFB123456789",
            "",
            "1-3:0.2.8(50)",
            "0-0:1.0.0(240229235959W)",
            "0-0:96.1.1(4530303434303037313331363530363138)",
            "1-0:1.8.1(002074.842*kWh)",
            "1-0:1.8.2(000881.383*kWh)",
            "1-0:2.8.1(000010.981*kWh)",
            "1-0:2.8.2(000028.031*kWh)",
            "0-0:96.14.0(0001)",
            "1-0:1.7.0(00.494*kW)",
            "1-0:2.7.0(00.000*kW)",
            "1-0:32.7.0(230.0*V)",
            "1-0:52.7.0(231.0*V)",
            "1-0:72.7.0(229.0*V)",
            "1-0:31.7.0(001*A)",
            "1-0:51.7.0(002*A)",
            "1-0:71.7.0(001*A)",
            "1-0:21.7.0(00.100*kW)",
            "1-0:41.7.0(00.194*kW)",
            "1-0:61.7.0(00.200*kW)",
            "1-0:22.7.0(00.000*kW)",
            "1-0:42.7.0(00.000*kW)",
            "1-0:62.7.0(00.000*kW)",
            "0-1:24.1.0(003)",
            "0-1:24.2.1(240229235500W)(00123.456*m3)",
            "!@@@@");

    private static final int TELEGRAMS_A_ROUND = 4_000;
    private static final int PIECE_BYTES = 230;
    private static final int WARM_UP_ROUNDS = 10;
    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;

    private final int rounds;

    /** @param rounds counted, after a few that are not */
    public P1Benchmark(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "p1";
    }

    @Override
    public String description() {
        return "Bytes of telegrams that the P1 parser takes a second on one core, and what it allocates.";
    }

    private static final class Count implements P1Sink {
        private int telegrams;
        private int refused;

        /** Kept, or the compiler would find out that nobody wants the results and not make them. */
        private @Nullable P1Telegram newest;

        @Override
        public void telegram(P1Telegram telegram) {
            newest = telegram;
            telegrams++;
        }

        @Override
        public void refused(P1Fault fault) {
            refused++;
        }
    }

    @Override
    public Outcome<List<Figure>> run() {
        byte[] stream = stream();
        P1Parser parser = new P1Parser();
        Count count = new Count();
        double[] parsed = new double[rounds];
        double[] copied = new double[rounds];
        double[] ratio = new double[rounds];
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long allocated = 0;
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            double parse = seconds(() -> pieces(stream, parser, count));
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            double copy = seconds(() -> copyByByte(stream));
            if (round >= 0) {
                parsed[round] = stream.length / MEGA / parse;
                copied[round] = stream.length / MEGA / copy;
                ratio[round] = parse / copy;
                allocated += bytes;
            }
        }
        if (count.newest == null || count.refused > 0 || count.telegrams != TELEGRAMS_A_ROUND * (rounds + WARM_UP_ROUNDS)) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, "The parser did not take all telegrams.");
        }
        return Outcome.ok(List.of(
                Figure.of("parser", "MB/s", parsed),
                Figure.of("copy byte by byte", "MB/s", copied),
                Figure.of("parser / copy, time", "ratio", ratio),
                Figure.of("allocated a telegram", "byte", (double) allocated / rounds / TELEGRAMS_A_ROUND)));
    }

    /** As a serial port hands it out: some bytes at a time, telegrams cut anywhere. */
    private static void pieces(byte[] stream, P1Parser parser, P1Sink sink) {
        for (int at = 0; at < stream.length; at += PIECE_BYTES) {
            parser.feed(stream, at, Math.min(stream.length, at + PIECE_BYTES), sink);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS;
    }

    private static void copyByByte(byte[] stream) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(stream.length);
        for (byte b : stream) {
            copy.write(b);
        }
    }

    private static byte[] stream() {
        String body = TELEGRAM.substring(0, TELEGRAM.indexOf('@'));
        String whole = body + checksum(body) + "\r\n";
        return whole.repeat(TELEGRAMS_A_ROUND).getBytes(StandardCharsets.US_ASCII);
    }

    /** CRC-16/ARC bit by bit. */
    private static String checksum(String body) {
        int crc = 0;
        for (byte b : body.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= b;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
            }
        }
        return String.format("%04X", crc);
    }
}
