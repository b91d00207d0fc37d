package plugwright.station.sim.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Outcome;
import plugwright.station.sim.scenario.Scenario;
import plugwright.station.sim.scenario.ScenarioReader;
import plugwright.station.sim.scenario.ScenarioRun;

/** Scenario files with a meter; what must come of them is typed in the files. */
class MeteredScenariosTest {

    private static void holds(String name) throws IOException {
        Path file = Path.of("scenarios", name + ".json");
        Scenario scenario = ((Outcome.Ok<Scenario>) ScenarioReader.read(name, Files.readString(file), 0)).value();
        assertThat(ScenarioRun.of(scenario).failures()).isEmpty();
    }

    /** The rows of the guide's PV table, 25 A. */
    @ParameterizedTest
    @ValueSource(strings = {
        "p1-includes", "p1-excludes", "p1-includes-unsigned", "p1-excludes-unsigned",
        "modbus-includes", "modbus-excludes", "modbus-includes-unsigned", "modbus-excludes-unsigned"
    })
    @Tag("ALB-1")
    @Tag("ALB-2")
    void leavesWhatTheRowsOfThePvTableGive(String kind) throws IOException {
        holds("guide-5.1.4.3-pv-" + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "guide-10.8-p1-silent", "guide-10.8-p1-4.2-silent", "guide-10.8-p1-crc", "guide-10.8-modbus-silent",
        "modbus-exceptions", "p1-frozen"
    })
    @Tag("ALB-3")
    @Tag("ALB-4")
    @Tag("ALB-6")
    void goesToTheSafeCurrentAndComesBackWithTheGuidesLines(String name) throws IOException {
        holds(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1-whole-ampere", "meter-spikes", "meter-slow", "house-from-csv"})
    @Tag("ALB-5")
    void followsTheMeter(String name) throws IOException {
        holds(name);
    }
}
