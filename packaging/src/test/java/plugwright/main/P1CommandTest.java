package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.main.bench.Figure;
import plugwright.main.bench.P1Benchmark;
import plugwright.model.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class P1CommandTest {

    private static final Path TELEGRAMS = Path.of(
            System.getProperty("project.root", ".."), "meter-mapping", "src", "test", "resources", "p1");

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        StringWriter toOut = new StringWriter();
        StringWriter toErr = new StringWriter();
        int code = Main.run(
                arguments, Map.of("PLUGWRIGHT_DATA", folder.toString()), new PrintWriter(toOut), new PrintWriter(toErr));
        out = toOut.toString();
        err = toErr.toString();
        return code;
    }

    private List<JsonNode> values() {
        return out.lines().map(JsonMapper.builder().build()::readTree).toList();
    }

    private static String telegram(String name) {
        return TELEGRAMS.resolve(name + ".p1").toString();
    }

    @Test
    @Tag("P1-1")
    @Tag("P1-3")
    void writesALineForEachTelegramAndEndsWithZeroWhenAllAreGood() {
        assertThat(run("p1", "decode", telegram("dsmr50-feeds-in-on-l1"))).isZero();
        assertThat(out.lines()).singleElement().isEqualTo(
                "2024-02-29T22:59:59Z  DSMR 5.0  -12.00 / 2.00 / 1.50 A  (guarded -11.00 / 3.00 / 2.50 A)");

        assertThat(run("p1", "decode", telegram("no-power-per-phase"))).isZero();
        assertThat(out).contains("feed-in is not seen");
    }

    @Test
    @Tag("P1-1")
    void writesJsonAndEndsWithOneWhenSomethingWasRefused() {
        assertThat(run("p1", "decode", "--json", telegram("refused-bad-crc-then-good"))).isEqualTo(ExitCode.FAILED);
        assertThat(values()).hasSize(2);
        assertThat(values().getFirst().get("decoded").booleanValue()).isFalse();
        assertThat(values().getFirst().get("code").stringValue()).isEqualTo("PW-620");
        assertThat(values().getFirst().get("reason").stringValue()).contains("checksum");
        JsonNode good = values().getLast();
        assertThat(good.get("time").stringValue()).isEqualTo("2013-01-15T09:30:00Z");
        assertThat(good.get("version").stringValue()).isEqualTo("DSMR 4.0");
        assertThat(good.get("currents").toString()).isEqualTo("[5.0,6.0,4.0]");
        assertThat(good.get("guarded").toString()).isEqualTo("[6.0,7.0,5.0]");
        assertThat(good.get("tellsFeedIn").booleanValue()).isTrue();
    }

    @Test
    void endsWithOneWhenThereIsNoTelegram() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertThat(run("p1", "decode", empty.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("no telegram");
        assertThat(run("p1", "decode", folder.resolve("none").toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-512");
        assertThat(run("p1")).isEqualTo(ExitCode.USAGE);
    }

    /** No wall time: as much as copying the bytes, times a factor that a parser with a fault in it exceeds. */
    @Test
    @Tag("P1-1")
    void parsesInTheOrderOfCopyingAndAllocatesTheResultOnly() {
        assertThat(new P1Benchmark(7).run()).isInstanceOfSatisfying(Outcome.Ok.class, ok -> {
            List<?> figures = (List<?>) ok.value();
            assertThat(figures).filteredOn(f -> ((Figure) f).unit().equals("ratio")).singleElement().satisfies(
                    f -> assertThat(((Figure) f).median()).isLessThan(40));
            assertThat(figures).filteredOn(f -> ((Figure) f).unit().equals("byte")).singleElement().satisfies(
                    f -> assertThat(((Figure) f).median()).isLessThan(800));
        });
    }
}
