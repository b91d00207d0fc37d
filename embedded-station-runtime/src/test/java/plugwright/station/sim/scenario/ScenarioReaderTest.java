package plugwright.station.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationEvent;
import plugwright.station.mode3.Cable;
import plugwright.station.sim.BatterySpec;
import plugwright.station.sim.Quirks;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

class ScenarioReaderTest {

    private static final String WHOLE = """
            {"name": "all fields", "length": 4000,
             "station": {"sockets": 2, "supply": "three-phases", "feeders": "single", "stationMaximum": 25.5,
               "connectorMaximum": [16, 32], "phaseMapping": ["L1L2L3", "L1L2L3"], "loadBalancing": "on",
               "probingCurrent": 14, "alternatingPeriod": 600},
             "vehicles": {"odd": {"phases": 2, "minimum": 7, "maximum": 20, "reaction": 2.5, "ramp": 3, "draw": 0.98,
               "cable": 20, "battery": {"capacity": 50, "charged": 10.5},
               "quirks": {"keepsDrawing": 6, "resuming": "when-woken", "uses": 1.05, "phasesAfterPause": 1,
                 "cycle": {"asks": 60, "rests": 30}}}},
             "events": [{"at": 0, "plug": 1, "vehicle": "odd"}, {"at": 1.5, "set": {"stationMaximum": 16}},
               {"at": 2, "station": "boot"}, {"at": 3, "unplug": 1}],
             "expect": [{"at": 10, "told": [null, 0], "toldSum": {"L2": 8.333}, "pilot": ["C2", null],
               "state": ["charging-power-on", null], "led": [null, "green"], "panel": [null, "Ready to charge"]}]}""";

    private static Scenario read(String text, long seed) {
        return ((Outcome.Ok<Scenario>) ScenarioReader.read("f.json", text, seed)).value();
    }

    @Test
    void readsEveryField() {
        Scenario scenario = read(WHOLE, 0);
        assertThat(scenario.length()).isEqualTo(Duration.ofSeconds(4_000));
        assertThat(scenario.settings().stationMaximum()).isEqualTo(new Ampere(25_500));
        assertThat(scenario.settings().connectorMaximum()).isEqualTo(List.of(Ampere.of(16), Ampere.of(32)));
        assertThat(scenario.settings().alternatingPeriod()).isEqualTo(Duration.ofMinutes(10));
        VehicleSpec odd = VehicleSpec.of(2, Ampere.of(20))
                .needing(Ampere.of(7))
                .with(Cable.A20)
                .moving(2_500, 3_000, 980)
                .with(new BatterySpec(50_000, 10_500))
                .with(Quirks.NONE
                        .keepingDrawing(6_000)
                        .resuming(Quirks.Resuming.WHEN_WOKEN)
                        .using(1_050)
                        .comingBackOn(1)
                        .cycling(60, 30));
        assertThat(scenario.events())
                .extracting(Scenario.Event::command)
                .startsWith(
                        new WorldCommand.PlugIn(SocketNumber.ONE, odd),
                        new WorldCommand.ChangeSettings(scenario.settings().withStationMaximum(Ampere.of(16))))
                .hasSize(4);
        assertThat(scenario.expectations()).hasSize(6).allMatch(e -> e.at().equals(Duration.ofSeconds(10)));
        assertThat(scenario.expectations().getFirst().expected())
                .isEqualTo(new Expected.Told(SocketNumber.TWO, Ampere.ZERO));
    }

    /** A charging profile of a back office: a value for each socket, null lifts it (guide §2.7.1). */
    @Test
    @Tag("UIF-1")
    void readsTheChargingProfileOfEachSocket() {
        String profile = WHOLE.replace("{\"at\": 3, \"unplug\": 1}", "{\"at\": 3, \"profile\": [8.5, null]}");
        assertThat(read(profile, 0).events())
                .extracting(Scenario.Event::command)
                .endsWith(
                        new WorldCommand.FromOutside(new StationEvent.SocketLimited(
                                SocketNumber.ONE, ReasonKind.PROFILE, Optional.of(new Ampere(8_500)))),
                        new WorldCommand.FromOutside(new StationEvent.SocketLimited(
                                SocketNumber.TWO, ReasonKind.PROFILE, Optional.empty())));
        assertThat(ScenarioReader.read("f.json", profile.replace("[8.5, null]", "[8.5]"), 0))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void drawsOnlyTheDynamicsLeftOpenFromTheSeed() {
        assertThat(read(WHOLE, 7)).isEqualTo(read(WHOLE, 0));
        String open = WHOLE.replace("\"reaction\": 2.5, ", "");
        assertThat(read(open, 7)).isEqualTo(read(open, 7)).isNotEqualTo(read(open, 8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"alternatingPeriod\": 600 | \"alternatingPeriod\": 59 | station.alternatingPeriod: 59 is not a whole number from 60 to 36000",
        "\"stationMaximum\": 25.5 | \"stationMaximum\": \"25\" | station.stationMaximum: a number is needed, not \"25\"",
        "\"stationMaximum\": 25.5 | \"stationMaximum\": -1 | station.stationMaximum: -1 is not within 0 and 200",
        "\"connectorMaximum\": [16, 32] | \"connectorMaximum\": [16] | station.connectorMaximum: one value per socket is needed, 2 here, not 1",
        "\"loadBalancing\": \"on\" | \"loadBalancing\": \"yes\" | station.loadBalancing: \"yes\" is none of locked, off, on",
        "\"feeders\" | \"feeder\" | station.feeder: unknown here; known are",
        "\"phases\": 2 | \"phases\": 4 | vehicles.odd.phases: 4 is not a whole number from 1 to 3",
        "\"charged\": 10.5 | \"charged\": 51 | vehicles.odd.battery.charged: 51 is not within 0 and 50",
        "\"minimum\": 7 | \"minimum\": 21 | vehicles.odd.minimum: is above the maximum",
        "\"vehicle\": \"odd\" | \"vehicle\": \"odder\" | events[0].vehicle: there is no \"odder\" under vehicles",
        "\"plug\": 1 | \"plug\": 3 | events[0].plug: 3 is not a whole number from 1 to 2",
        "{\"at\": 3, | {\"at\": 1, | events[3].at: comes before the one above; times have to be in order",
        "\"station\": \"boot\" | \"station\": \"kick\" | events[2].station: \"kick\" is none of boot, shut-down",
        "\"pilot\": [\"C2\", null] | \"pilot\": [\"C9\", null] | expect[0].pilot: \"C9\" is none of a, a1",
        "\"told\": [null, 0] | \"told\": [0] | expect[0].told: one value per socket is needed, 2 here, null for any",
        "\"L2\": 8.333 | \"L4\": 8.333 | expect[0].toldSum.L4: unknown here",
        "\"name\": \"all fields\", | ` ` | name: missing",
    })
    void saysWhatIsWrongAndWhereWhenAFieldIs(String good, String bad, String error) {
        assertThat(WHOLE).contains(good);
        Outcome<Scenario> outcome = ScenarioReader.read("f.json", WHOLE.replace(good, bad), 0);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Problem problem = ((Outcome.Failed<Scenario>) outcome).problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.SCENARIO_UNREADABLE);
        assertThat(problem.details().getFirst()).isEqualTo("f.json");
        assertThat(problem.details().getLast()).startsWith(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"name\": | not JSON: ",
        "{} {} | not JSON: ",
        "{\"name\": \"a\", \"name\": \"b\"} | not JSON: ",
        "[] | the file: an object in braces is needed",
        "{\"name\": \"a\", \"station\": {\"stationMaximum\": 16}} | expect: a scenario that expects nothing shows nothing",
    })
    void saysSoWhenTheWholeIsNoScenario(String text, String error) {
        Outcome<Scenario> outcome = ScenarioReader.read("f.json", text, 0);
        assertThat(((Outcome.Failed<Scenario>) outcome).problem().details().getLast()).startsWith(error);
    }

    @Test
    void reportsABrokenInvariantWithItsTraceWhenOneBreaks() {
        plugwright.station.sim.Breach breach = new plugwright.station.sim.Breach(
                plugwright.station.sim.Invariant.I1_TOLD, new plugwright.model.SiteTime(0), "too much", List.of("x"));
        assertThat(ScenarioRun.lines(breach)).containsExactly("I1_TOLD at 1970-01-01T00:00:00Z: too much", "  x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"meter\": \"p1-5\" | \"meter\": \"p1-3\" | grid.meter: \"p1-3\" is none of p1-4, p1-5, modbus",
        "\"meter\": \"p1-5\" | \"meter\": \"modbus\" | grid.preset: missing",
        "\"meter\": \"p1-5\" | \"meter\": \"modbus\", \"preset\": \"none\" | grid.preset: PW-610 METER_PRESET_UNKNOWN [none",
        "\"maximum\": 25, | ` ` | grid.maximum: missing",
        "\"house\": 2 | \"house\": [1, 2] | grid.house: one number is needed, or three for L1, L2 and L3",
        "\"house\": 2 | \"csv\": [\"seconds,house,pv\", \"0,1\"] | grid.csv: csv: line 2: it has 2 values, 3 are needed",
        "\"house\": 2 | \"csv\": \"away.csv\" | grid.csv: away.csv: no folder",
        "\"meter\": \"silent\" | \"meter\": \"ill\" | events[0].meter: \"ill\" is none of well, silent, crc",
        "\"log\": [\"x\"] | \"log\": [1] | expect[0].log: texts in quotes are needed, not 1",
    })
    void saysWhatIsWrongWithAHouse(String good, String bad, String error) {
        String whole = "{\"name\": \"a\", \"station\": {\"stationMaximum\": 16}, \"grid\": {\"maximum\": 25, \"safe\": 6,"
                + " \"meter\": \"p1-5\", \"house\": 2}, \"events\": [{\"at\": 1, \"meter\": \"silent\"}],"
                + " \"expect\": [{\"at\": 2, \"available\": 6, \"log\": [\"x\"]}]}";
        assertThat(whole).contains(good);
        assertThat(ScenarioReader.read("f.json", whole, 0)).isInstanceOf(Outcome.Ok.class);
        Outcome<Scenario> outcome = ScenarioReader.read("f.json", whole.replace(good, bad), 0);
        assertThat(((Outcome.Failed<Scenario>) outcome).problem().details().getLast()).startsWith(error);
    }
}
