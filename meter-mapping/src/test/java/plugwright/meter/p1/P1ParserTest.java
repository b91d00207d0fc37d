package plugwright.meter.p1;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plugwright.model.Problems;

class P1ParserTest {

    private static List<String> names() {
        return Telegrams.names();
    }

    private static List<String> parsed(byte[] bytes) {
        Telegrams.Lines lines = new Telegrams.Lines();
        P1Parser parser = new P1Parser();
        parser.feed(bytes, lines);
        parser.end(lines);
        return lines.lines;
    }

    @Tag("P1-1")
    @Tag("P1-3")
    @ParameterizedTest
    @MethodSource("names")
    void readsWhatWasTypedByHandWhenATelegramComesInOnePiece(String name) {
        assertThat(parsed(Telegrams.bytes(name))).isEqualTo(Telegrams.expected(name));
    }

    @Test
    void hasTelegramsToRead() {
        assertThat(Telegrams.names()).hasSizeGreaterThan(25);
    }

    @Test
    @Tag("P1-1")
    void handsATelegramOutWithItsLastByte() {
        byte[] bytes = Telegrams.bytes("dsmr40");
        int lastDigit = bytes.length - 2;
        Telegrams.Lines lines = new Telegrams.Lines();
        P1Parser parser = new P1Parser();
        parser.feed(bytes, 0, lastDigit - 1, lines);
        assertThat(lines.lines).isEmpty();
        parser.feed(bytes, lastDigit - 1, lastDigit, lines);
        assertThat(lines.lines).isEqualTo(Telegrams.expected("dsmr40"));
    }

    /** Not one bit of a telegram can turn over unnoticed. */
    @Test
    @Tag("P1-1")
    void refusesWhenAnyBitIsTurnedOver() {
        byte[] good = Telegrams.bytes("one-phase-feeds-in");
        String right = Telegrams.expected("one-phase-feeds-in").getFirst();
        int checksumEnds = good.length - 2;
        for (int bit = 0; bit < checksumEnds * 8; bit++) {
            byte[] turned = good.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            if (Character.toUpperCase(turned[bit / 8]) == good[bit / 8] && bit / 8 >= checksumEnds - 4) {
                continue; // a checksum's digit in small letters is the same digit
            }
            assertThat(parsed(turned)).as("bit %d", bit).doesNotContain(right).noneMatch(l -> l.contains("measured"));
        }
    }

    @Test
    @Tag("P1-1")
    void saysThatVersionsBelowFourAreRefused() {
        assertThat(Problems.text(new P1Fault.VersionTooOld(30).problem(), Locale.ENGLISH))
                .contains("DSMR 3.0")
                .contains("4.0 or newer");
        assertThat(Problems.text(new P1Fault.VersionTooOld(0).problem(), Locale.ENGLISH)).contains("before 4.0");
        assertThat(Problems.textWithCode(new P1Fault.CrcWrong(0x1A, 0xBB3D).problem(), Locale.ENGLISH))
                .startsWith("PW-620")
                .contains("001A")
                .contains("BB3D");
    }

    @Test
    void saysThatATelegramIsCutShortWhenTheStreamEnds() {
        byte[] bytes = Telegrams.bytes("dsmr40");
        Telegrams.Lines lines = new Telegrams.Lines();
        P1Parser parser = new P1Parser();
        parser.feed(bytes, 0, 200, lines);
        parser.end(lines);
        assertThat(lines.lines).containsExactly("refused PW-629");
        parser.feed(bytes, lines);
        assertThat(lines.lines).hasSize(2).last().isEqualTo(Telegrams.expected("dsmr40").getFirst());
    }

    @Test
    void tellsEachOfManyTelegramsThatAreCutShort() {
        byte[] whole = Telegrams.bytes("dsmr40");
        Telegrams.Lines lines = new Telegrams.Lines();
        P1Parser parser = new P1Parser();
        for (int i = 0; i < 40; i++) {
            parser.feed(whole, 0, new String(whole, StandardCharsets.US_ASCII).indexOf("1-0:71.7.0"), lines);
        }
        parser.feed(whole, lines);
        assertThat(lines.lines).hasSize(41).last().isEqualTo(Telegrams.expected("dsmr40").getFirst());
        assertThat(lines.lines.subList(0, 40)).containsOnly("refused PW-629");
    }

    @Test
    void countsBytesThatBelongToNoTelegram() {
        P1Parser parser = new P1Parser();
        parser.feed("noise\r\n".getBytes(StandardCharsets.US_ASCII), new Telegrams.Lines());
        assertThat(parser.noiseBytes()).isEqualTo(7);
    }

    /** Against building the same result by hand: whatever more there is, the parser allocated. */
    @Test
    void allocatesNothingButTheResult() {
        byte[] bytes = Telegrams.bytes("dsmr50-feeds-in-on-l1");
        P1Parser parser = new P1Parser();
        Kept kept = new Kept();
        Runnable parse = () -> parser.feed(bytes, kept);
        Runnable build = () -> kept.telegram(sameByHand());
        long[] allocated = allocatedByEach(List.of(parse, build));
        assertThat(kept.newest).isEqualTo(sameByHand());
        assertThat(allocated[0]).isPositive().isLessThanOrEqualTo(allocated[1] * 101 / 100);
    }

    private static final class Kept implements P1Sink {
        private P1Telegram newest = sameByHand();

        @Override
        public void telegram(P1Telegram telegram) {
            newest = telegram;
        }

        @Override
        public void refused(P1Fault fault) {
            throw new AssertionError(fault);
        }
    }

    private static P1Telegram sameByHand() {
        return new P1Telegram(
                new P1Version(50),
                Instant.ofEpochSecond(1_709_247_599),
                List.of(phase(12_000, 0, 2_760, 230_000), phase(2_000, 480, 0, 240_000), phase(1_000, 330, 0, 220_000)),
                OptionalInt.of(0),
                OptionalInt.of(2_070),
                0);
    }

    private static P1Phase phase(int milliampere, int importWatt, int exportWatt, int millivolt) {
        return new P1Phase(
                OptionalInt.of(milliampere),
                P1Phase.Resolution.WHOLE_AMPERE,
                OptionalInt.of(importWatt),
                OptionalInt.of(exportWatt),
                OptionalInt.of(millivolt));
    }

    /** Bytes of 20 000 runs of each, after as many to warm up. */
    private static long[] allocatedByEach(List<Runnable> ways) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long[] bytes = new long[ways.size()];
        for (int round = 0; round < 2; round++) {
            for (int way = 0; way < bytes.length; way++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 20_000; i++) {
                    ways.get(way).run();
                }
                bytes[way] = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }
        return bytes;
    }
}
