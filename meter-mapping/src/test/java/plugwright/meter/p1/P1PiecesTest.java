package plugwright.meter.p1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** A stream of telegrams, good and bad, cut into pieces anyhow. */
class P1PiecesTest {

    @Property(tries = 300)
    @Tag("P1-1")
    void readsTheSameWhenBytesComeInAnyPieces(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<String> names = Telegrams.names();
        for (int i = 0; i < 5; i++) {
            String name = names.get(random.nextInt(names.size()));
            expected.addAll(Telegrams.expected(name));
            all.writeBytes(Telegrams.bytes(name));
        }
        Telegrams.Lines lines = new Telegrams.Lines();
        P1Parser parser = new P1Parser();
        byte[] bytes = all.toByteArray();
        int longest = 1 + random.nextInt(random.nextBoolean() ? 4 : 600);
        for (int at = 0; at < bytes.length; ) {
            int to = Math.min(bytes.length, at + random.nextInt(longest + 1));
            parser.feed(bytes, at, to, lines);
            at = to;
        }
        assertThat(lines.lines).isEqualTo(expected);
    }
}
