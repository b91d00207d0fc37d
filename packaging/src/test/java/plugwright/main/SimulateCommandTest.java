package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    private static final Path SHIPPED =
            Path.of(System.getProperty("project.root", ".."), "embedded-station-runtime", "scenarios");

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

    private Path scenario(String name, int expected) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"name": "one vehicle", "station": {"sockets": 1, "stationMaximum": 20},
                 "vehicles": {"car": {"phases": 3}},
                 "events": [{"at": 0, "plug": 1, "vehicle": "car"}],
                 "expect": [{"at": 100, "told": [%d]}]}""".formatted(expected));
    }

    /** What the guide shows: every example has its file. */
    private static final List<String> EXAMPLES = List.of(
            "2.1.2-static", "2.3-overcurrent", "2.3-overcurrent-115", "2.3-overcurrent-least", "2.4-six-sockets",
            "2.4-three-sockets", "2.4-turns", "2.5-probing-current-below-14", "2.5-probing-needs-14",
            "2.5-probing-small", "2.5-too-little-for-14", "2.6-rotation-one-and-two-phases",
            "2.6-rotation-one-phase", "2.7.1-alternating", "2.7.1-load-balancing", "2.7.1-probing",
            "2.7.1-suspended", "2.7.1-suspended-network", "2.7.1-waiting-for-power", "3.1.1.1-a", "3.1.1.1-b",
            "3.1.1.1-c", "3.1.1.1-d", "3.1.1.1-e", "3.1.1.1-f", "3.1.1.1-g", "3.1.1.1-h", "3.1.1.1-i",
            "3.1.2.1-one-feeder", "3.1.2.1-two-feeders", "4.1-capacity-one-feeder", "4.1-capacity-one-phase",
            "4.1-capacity-two-feeders", "4.1.2-alternates-below-12", "4.1.2-both-draw-all",
            "4.1.2-different-phases", "4.1.2-needs-14-below-20", "4.1.2-needs-14-from-20", "4.1.2-one-takes-less");

    @Test
    @Tag("STA-9")
    void hasAFileForEachExampleOfTheGuide() {
        assertThat(EXAMPLES).allSatisfy(e -> assertThat(SHIPPED.resolve("guide-" + e + ".json")).isRegularFile());
    }

    @Test
    @Tag("STA-8")
    @Tag("STA-9")
    void endsWithZeroWhenAllShippedScenariosHold() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("simulate", "--json"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            files.sorted().map(Path::toString).forEach(arguments::add);
        }
        int code = run(arguments.toArray(String[]::new));

        assertThat(values()).hasSizeGreaterThan(20).allSatisfy(v -> {
            assertThat(v.get("passed").booleanValue()).as("%s", v).isTrue();
            assertThat(v.get("failures").isEmpty()).isTrue();
        });
        assertThat(code).isZero();
        assertThat(err).isEmpty();
    }

    @Test
    void endsWithOneAndSaysWhatIsSoInsteadWhenAnExpectationDoesNotHold() throws IOException {
        Path good = scenario("good.json", 20);
        Path bad = scenario("bad.json", 16);
        assertThat(run("simulate", "--json", bad.toString(), good.toString())).isEqualTo(ExitCode.FAILED);

        JsonNode first = values().getFirst();
        assertThat(first.get("file").stringValue()).isEqualTo(bad.toString());
        assertThat(first.get("seed").longValue()).isZero();
        assertThat(first.get("passed").booleanValue()).isFalse();
        assertThat(first.get("failures").get(0).stringValue())
                .isEqualTo("at 100.0 s: socket 1 told is 20.0 A (GROUP), expected 16.0 A");
        assertThat(first.get("simulatedSeconds").doubleValue()).isEqualTo(100);
        assertThat(first.has("wallSeconds")).isTrue();
        assertThat(values().getLast().get("passed").booleanValue()).isTrue();
    }

    @Test
    void endsWithOneAndSaysWhereWhenAFileCannotBeUsed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"name\": \"x\"}");
        assertThat(run("simulate", "--json", broken.toString(), folder.resolve("none.json").toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(values().getFirst().get("failures").get(0).stringValue())
                .contains("PW-510")
                .contains("station: missing");
        assertThat(values().getLast().get("failures").get(0).stringValue()).contains("PW-512").contains("none.json");
    }

    @Test
    void saysLineAndFieldWhenSomethingIsWrongInAFile() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), """
                {"name": "x", "station": {"stationMaximum": 20},
                 "vehicles": {"car": {"phases": 3}},
                 "events": [
                  {"at": 0, "plug": 1, "vehicle": "car"},
                  {"at": 5, "plug": 3, "vehicle": "car"}
                 ],
                 "expect": [{"at": 100, "told": [20, 0]}]}""");
        assertThat(run("simulate", "--json", wrong.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(values().getFirst().get("failures").get(0).stringValue())
                .contains("events[1].plug: 3 is not a whole number from 1 to 2 (line 5)");
    }

    @Test
    void playsARandomDayFromItsSeed() {
        assertThat(run("simulate", "--random", "1", "--seed", "5", "--json")).isZero();
        assertThat(values()).extracting(v -> v.get("seed").longValue()).containsExactly(5L);
        assertThat(values()).allSatisfy(v -> assertThat(v.get("simulatedSeconds").doubleValue()).isGreaterThan(86_000));
    }

    @Test
    void refusesACommandWithoutFilesAndDays() {
        assertThat(run("simulate")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("--random N");
        assertThat(run("simulate", "--random", "-1")).isEqualTo(ExitCode.USAGE);
    }
}
