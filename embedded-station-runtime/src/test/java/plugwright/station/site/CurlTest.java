package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Catalogue;
import plugwright.model.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** curl, one kept-alive connection: the whole way of a client that nobody here wrote. */
@Tag("peers")
class CurlTest {

    private static final String MARK = "\n--%{http_code} %{num_connects}--\n";

    @TempDir
    Path state;

    private record Answer(int status, int newConnections, String body) {}

    /** One run of curl: all its requests go over one connection where the station keeps it open. */
    private static List<Answer> curl(List<List<String>> requests) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--insecure", "--max-time", "30"));
        for (int i = 0; i < requests.size(); i++) {
            if (i > 0) {
                command.addAll(List.of("--next", "--silent", "--insecure", "--max-time", "30"));
            }
            command.addAll(List.of("--write-out", MARK));
            command.addAll(requests.get(i));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        List<Answer> answers = new ArrayList<>();
        String body = "";
        for (String line : output.split("\n", -1)) {
            if (line.matches("--\\d+ \\d+--")) {
                String[] marks = line.substring(2, line.length() - 2).split(" ");
                answers.add(new Answer(Integer.parseInt(marks[0]), Integer.parseInt(marks[1]), body.strip()));
                body = "";
            } else {
                body += line + "\n";
            }
        }
        assertThat(answers).as(output).hasSize(requests.size());
        return answers;
    }

    private static List<String> post(String url, String body) {
        return List.of("--header", "Content-Type: application/json", "--data", body, url);
    }

    private static String write(String value) {
        return "{\"2062_0\":{\"id\":\"2062_0\",\"value\":" + value + "}}";
    }

    @Test
    void commissionsTheStationOverOneConnection() throws Exception {
        SitePlan plan = SitePlan.of(StationModel.smallDouble(), state).withPorts(0, 1_502).withFoundBy(Set.of());
        try (SimulatedSite site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value()) {
            StationAccess station = site.stations().getFirst();
            String base = "https://" + station.address() + ":" + station.apiPort() + "/api";
            String login = "{\"username\":\"admin\",\"password\":\"" + station.password() + "\"}";
            String maximum = base + "/prop?ids=2062_0";
            List<Answer> answers = curl(List.of(
                    post(base + "/login", login),
                    List.of(base + "/prop?cat=generic"),
                    List.of(base + "/prop?cat=generic&offset=32"),
                    post(base + "/prop", write("\"20\"")),
                    List.of(maximum),
                    post(base + "/prop", write("21.5")),
                    List.of(maximum),
                    post(base + "/prop", write("999")),
                    List.of(maximum),
                    post(base + "/cmd", "{\"command\":\"reboot\"}")));
            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers.stream().mapToInt(Answer::newConnections).sum())
                    .as("connections that curl opened")
                    .isEqualTo(1);
            pages(answers.get(1).body(), answers.get(2).body());
            assertThat(value(answers.get(4).body())).isEqualTo(20.0);
            assertThat(value(answers.get(6).body())).isEqualTo(21.5);
            assertThat(value(answers.get(8).body())).as("a refused value changes nothing").isEqualTo(21.5);
            Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                List<Answer> back = curl(List.of(post(base + "/login", login), List.of(base + "/prop?ids=2056_0")));
                return value(back.get(1).body()) == 2;
            });
        }
    }

    private static void pages(String first, String second) {
        JsonNode one = JsonMapper.shared().readTree(first);
        JsonNode two = JsonMapper.shared().readTree(second);
        assertThat(one.path("properties").size()).isEqualTo(32);
        assertThat(two.path("properties").size()).isEqualTo(32);
        assertThat(two.path("offset").asInt()).isEqualTo(32);
        assertThat(one.path("total").asInt()).isEqualTo(servedOfGeneric());
        assertThat(two.path("total").asInt()).isEqualTo(servedOfGeneric());
        assertThat(one.path("properties").get(31).path("id").asString())
                .isLessThan(two.path("properties").get(0).path("id").asString());
    }

    /** Counted in the table itself: served rows of that category but those of outlets this station has not. */
    private static int servedOfGeneric() {
        return (int) new BufferedReader(new InputStreamReader(
                        Catalogue.class.getResourceAsStream("station-properties.tsv"), StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[1].equals("generic") && cells[13].equals("yes") && !cells[2].contains("Type E"))
                .count();
    }

    private static double value(String body) {
        return JsonMapper.shared().readTree(body).path("properties").get(0).path("value").asDouble();
    }

    @Test
    void refusesASecondSessionAndAChunkedBody() throws Exception {
        SitePlan plan = SitePlan.of(StationModel.smallDouble(), state).withPorts(0, 1_502).withFoundBy(Set.of());
        try (SimulatedSite site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value()) {
            StationAccess station = site.stations().getFirst();
            String base = "https://" + station.address() + ":" + station.apiPort() + "/api";
            String login = "{\"username\":\"admin\",\"password\":\"" + station.password() + "\"}";
            try (RawClient first = new RawClient(station.address(), station.apiPort())) {
                assertThat(first.login(station.password()).status()).isEqualTo(200);
                assertThat(curl(List.of(post(base + "/login", login))).getFirst().status())
                        .isEqualTo(403);
                assertThat(first.get("/api/categories").status()).isEqualTo(200);
            }
            List<String> chunked = new ArrayList<>(List.of("--header", "Transfer-Encoding: chunked"));
            chunked.addAll(post(base + "/login", login));
            assertThat(curl(List.of(chunked)).getFirst().status()).isEqualTo(400);
        }
    }
}
