package plugwright.station.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Outcome;

/** The guide's examples of Smart Charging Networks, with every packet, and what a network's scenario may not say. */
class NetworkScenariosTest {

    private static Scenario read(String text) {
        return ScenarioReader.read("a file", text, 0) instanceof Outcome.Ok<Scenario>(var scenario)
                ? scenario
                : fail(text);
    }

    private static Scenario fail(String text) {
        throw new AssertionError("unreadable: " + ScenarioReader.read("a file", text, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "6.1.1.1-one-phase", "6.1.1.2-three-phases", "6.1.1.3-active-load-balancing", "6.1.1.4-double-stations",
        "6.1.3.1-case-1", "6.1.3.1-case-2", "6.1.3.1-case-3", "6.1.3.1-case-4"
    })
    @Tag("SCN-3")
    void comesOutAsTheGuideSays(String example) throws IOException {
        Scenario scenario = read(Files.readString(Path.of("scenarios", "guide-" + example + ".json")));
        assertThat(scenario.network()).isPresent();
        assertThat(ScenarioRun.of(scenario).failures()).isEmpty();
    }

    private static String network(String total, String event, String told) {
        return """
                {"name": "two", "network": {"total": %s, "stations": [
                  {"sockets": 1, "stationMaximum": 32}, {"sockets": 1, "stationMaximum": 32}]},
                 "vehicles": {"car": {"phases": 3}},
                 "events": [{"at": 20, "plug": 1, "vehicle": "car"}%s],
                 "expect": [{"at": 300, "told": [%s]}]}""".formatted(total, event, told);
    }

    @Test
    void saysWhatIsNotAsExpected() {
        assertThat(ScenarioRun.of(read(network("20", "", "20"))).failures()).isEmpty();
        assertThat(ScenarioRun.of(read(network("20", "", "19"))).failures()).hasSize(1);
    }

    @Test
    void goesByTheMeterOfTheFirstStationFromTheMomentItIsRead() {
        assertThat(ScenarioRun.of(read(network("20", ", {\"at\": 200, \"total\": 9}", "9"))).failures()).isEmpty();
    }

    @Test
    void refusesANetworkWithoutATotal() {
        assertThat(ScenarioReader.read("a file", network("20", "", "20").replace("\"total\": 20, ", ""), 0))
                .isInstanceOf(Outcome.Failed.class);
    }
}
