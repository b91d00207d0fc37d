package plugwright.station.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Ampere;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.EnergyManagement;
import plugwright.station.engine.SetPoint;
import plugwright.station.engine.StationEvent;
import plugwright.station.engine.StationSettings;
import plugwright.station.sim.scenario.Scenario;
import plugwright.station.sim.scenario.ScenarioReader;
import plugwright.station.sim.scenario.ScenarioRun;

/** An energy management system in scenario files: each mode, validity, safe current, recovery, the guide's log lines. */
class ManagedScenariosTest {

    private static Outcome<Scenario> read(String text) {
        return ScenarioReader.read("f.json", text, 0);
    }

    private static Scenario file(String name) throws IOException {
        return ((Outcome.Ok<Scenario>) read(Files.readString(Path.of("scenarios", name + ".json")))).value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guide-5.3.3.3-ems-socket", "guide-5.3.3.7-ems-off", "guide-5.3.3.7-ems-scn", "ems-one-socket-lapses",
                "ems-short-validity"
            })
    @Tag("EMS-2")
    @Tag("ALB-3")
    @Tag("ALB-6")
    void comesToWhatTheFileExpects(String name) throws IOException {
        assertThat(ScenarioRun.of(file(name)).failures()).isEmpty();
    }

    @Test
    void failsWhereALineOfTheLogOrALimitIsAnother() throws IOException {
        String text = Files.readString(Path.of("scenarios", "guide-5.3.3.3-ems-socket.json"));
        String otherLine = text.replace("(192.168.0.10;502)", "(192.168.0.11;502)");
        String otherLimit = text.replace("\"told\": [8, null]", "\"told\": [10, null]");
        for (String other : List.of(otherLine, otherLimit)) {
            assertThat(ScenarioRun.of(((Outcome.Ok<Scenario>) read(other)).value()).failures()).hasSize(1);
        }
    }

    /** A limit that is lifted behind the back of what was written. */
    @Test
    void seesALimitAboveTheSetPointThatHolds() {
        StationSettings settings = StationSettings.ofSingle(Ampere.of(32), Ampere.of(32))
                .withEnergyManagement(Optional.of(new EnergyManagement(
                        EnergyManagement.Mode.SOCKET, Duration.ofSeconds(60), Ampere.of(8))));
        ManagedWorld managed = new ManagedWorld(settings, new SiteTime(0));
        managed.command(new WorldCommand.PlugIn(SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32))));
        for (int i = 0; i < 4; i++) {
            managed.command(new WorldCommand.FromOutside(new StationEvent.SetPointWritten(
                    SocketNumber.ONE, new SetPoint(10, Ipv4Address.parse("192.0.2.1").orElseThrow()))));
            assertThat(managed.advanceTo(managed.world().now().plusMillis(30_000))).isTrue();
        }
        managed.command(new WorldCommand.FromOutside(
                new StationEvent.SocketLimited(SocketNumber.ONE, ReasonKind.SET_POINT, Optional.of(Ampere.of(20)))));
        managed.advanceTo(managed.world().now().plusMillis(30_000));
        assertThat(managed.breach().map(Breach::invariant)).contains(Invariant.I3_USABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"at\": 1, \"ems\": \"loud\"}; events[0].ems",
                "{\"at\": 1, \"ems\": {}}; events[0].ems.sockets",
                "{\"at\": 1, \"ems\": {\"sockets\": [1, 2, 3]}}; events[0].ems.sockets",
                "{\"at\": 1, \"ems\": {\"phases\": [-1, 2, 3]}}; events[0].ems.phases",
                "{\"at\": 1, \"ems\": {\"sockets\": [1, 2], \"every\": 0}}; events[0].ems.every",
                "{\"at\": 1, \"ems\": {\"sockets\": [1, 2], \"each\": 5}}; events[0].ems.each",
            })
    void saysWhereTheFileIsWrong(String event, String place) {
        String text = "{\"name\": \"n\", \"station\": {\"stationMaximum\": 32, \"energyManagement\": {\"mode\": \"socket\","
                + " \"safe\": 8}}, \"events\": [" + event + "], \"expect\": [{\"at\": 2, \"told\": [0, 0]}]}";
        assertThat(read(text) instanceof Outcome.Failed<Scenario>(Problem why) ? why.details().getLast() : "read")
                .startsWith(place + ":");
    }
}
