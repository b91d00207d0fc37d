package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.Source;
import plugwright.model.Outcome;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line against a software station over real sockets. */
class CommandLineTest {

    @TempDir
    private static Path sites;

    private static SimulatedSite site;
    private static StationAccess station;

    @TempDir
    private Path data;

    private final Map<String, String> environment = new HashMap<>();
    private final JsonMapper json = JsonMapper.builder().build();
    private String out = "";
    private String err = "";

    @BeforeAll
    static void openSite() {
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(SitePlan.of(StationModel.smallDouble(), sites)
                        .withFirstAddress("127.0.0.80")
                        .withSpeed(20)
                        .withPorts(0, SitePlan.DEFAULT_MODBUS_PORT)))
                .value();
        station = site.stations().getFirst();
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @BeforeEach
    void setEnvironment() {
        environment.put("PLUGWRIGHT_DATA", data.toString());
        environment.put("PW", station.password());
    }

    private int run(String... arguments) {
        StringWriter toOut = new StringWriter();
        StringWriter toErr = new StringWriter();
        int code = Main.run(arguments, environment, new PrintWriter(toOut), new PrintWriter(toErr));
        out = toOut.toString();
        err = toErr.toString();
        return code;
    }

    private int onStation(String command, String verb, String... rest) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                command, verb, "--station", station.address() + ":" + station.apiPort(), "--password-env", "PW"));
        arguments.addAll(List.of(rest));
        return run(arguments.toArray(String[]::new));
    }

    private List<JsonNode> values() {
        return out.lines().map(json::readTree).toList();
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(onStation("settings", "set", "--json", "2062_0=25.5")).isZero();
        assertThat(values()).singleElement().satisfies(v -> {
            assertThat(v.get("id").asString()).isEqualTo("2062_0");
            assertThat(v.get("outcome").asString()).isEqualTo("written");
        });
        assertThat(onStation("settings", "get", "--json", "Station-MaxCurrent")).isZero();
        assertThat(values().getFirst().get("value").asDouble()).isEqualTo(25.5);
    }

    @Test
    void tellsStationAndJournalWhoItIs() throws IOException {
        environment.put("HOSTNAME", "laptop-7.example.net");
        String who = OwnName.of(System.getProperty("user.name", ""), "laptop-7");
        assertThat(onStation("settings", "set", "2062_0=24.5")).isZero();
        try (Stream<Path> files = Files.walk(data.resolve("state").resolve("journal"))) {
            assertThat(files.filter(Files::isRegularFile)).anySatisfy(
                    file -> assertThat(file).content().contains("\"who\":\"" + who + "\""));
        }
        Console nowhere = new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        assertThat(Wiring.of(Folders.of(environment, data), environment, nowhere).linkEnvironment().displayName())
                .isEqualTo(who);
    }

    @Test
    void saysOfEachPropertyWhatBecameOfItAlsoWhenTheStationHoldsItAlready() {
        assertThat(onStation("settings", "set", "2062_0=25.5")).isZero();
        assertThat(onStation("settings", "set", "--json", "2062_0=25.5", "2068_0=12")).isZero();
        assertThat(values())
                .extracting(v -> v.get("id").asString() + " " + v.get("outcome").asString())
                .containsExactly("2068_0 written", "2062_0 unchanged");
    }

    @Test
    void endsWithoutZeroWhenAValueIsOutOfRange() {
        assertThat(onStation("settings", "set", "--json", "2062_0=99")).isEqualTo(ExitCode.FAILED);
        assertThat(values().getFirst().get("code").asString()).isEqualTo("PW-201");
        assertThat(err).contains("PW-201");
    }

    @Test
    void saysWhatIsUnknownWhenAPropertyIsNoProperty() {
        assertThat(onStation("settings", "get", "NoSuchThing")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-210").contains("NoSuchThing");
        assertThat(out).isEmpty();
    }

    @Test
    void saysWrongPasswordWhenItIs() {
        environment.put("PW", "guess");
        assertThat(onStation("settings", "get", "2062_0")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-101");
    }

    @Test
    void saysSoWhenNothingAnswers() {
        assertThat(run("settings", "get", "--station", "127.0.0.81:9", "--password-env", "PW", "2062_0"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-110");
    }

    @Test
    @Tag("DSC-1")
    void looksForNothingWhenAnAddressCannotBeRead() {
        assertThat(run("discover", "--json", "--address", "127.0.0.80", "--address", "10.0.3.256"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-401").contains("10.0.3.256");
        assertThat(out).isEmpty();
    }

    @Test
    @Tag("DSC-1")
    void findsWhatIsNamedWhenAnAddressIsGiven() {
        assertThat(run("discover", "--json", "--seconds", "1", "--address", station.address() + ":" + station.apiPort()))
                .isZero();
        assertThat(values()).anySatisfy(v -> {
            assertThat(v.get("serial").asString()).isEqualTo(station.serial().serial());
            assertThat(v.get("state").asString()).isEqualTo("reachable");
        });
    }

    @Test
    void readsEveryPropertyWhenNoneIsNamed() {
        assertThat(onStation("settings", "get", "--json")).isZero();
        assertThat(values()).hasSizeGreaterThan(300);
    }

    @Test
    void refusesAChangedCertificate() throws Exception {
        Path pins = data.resolve("config").resolve("certificates");
        Files.createDirectories(pins.getParent());
        Files.writeString(pins, station.serial() + " " + station.address() + " " + "ab".repeat(32) + "\n");
        assertThat(onStation("settings", "get", "2062_0")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-103");
    }

    @Test
    void saysSoWhenTheCertificateToTrustIsNoFingerprint() {
        assertThat(onStation("settings", "get", "--trust", "rubbish", "2062_0")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-516").contains("rubbish").doesNotContain("Exception");
        assertThat(out).isEmpty();
    }

    @Test
    @Tag("DSC-1")
    void looksByEveryWayThatIsNamed() {
        assertThat(settingsOf("--by", "mdns", "--by", "udp").sources()).containsOnly(Source.MDNS, Source.UDP);
        assertThat(settingsOf("--by", "udp", "--by", "udp").sources()).containsOnly(Source.UDP);
        assertThat(settingsOf()).isEqualTo(FinderSettings.standard());
    }

    private FinderSettings settingsOf(String... arguments) {
        Console nowhere = new Console(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        DiscoverCommand command = new DiscoverCommand(
                Wiring.of(Folders.of(environment, data), environment, nowhere));
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return command.settings();
    }

    @Test
    @Tag("LIC-4")
    @Tag("LIC-6")
    void unlocksWithADemoKeyAndSaysWhichGroupIsMistyped() {
        assertThat(run("license", "issue", "--demo", "--serial", station.serial().serial(), "--feature", "SLB"))
                .isZero();
        String key = out.strip();

        assertThat(run("license", "show", "--json", "--serial", station.serial().serial(), key)).isZero();
        assertThat(values().getFirst().get("matchesSerial").asBoolean()).isTrue();

        char last = key.charAt(1);
        String mistyped = key.charAt(0) + (last == '7' ? "8" : "7") + key.substring(2);
        assertThat(onStation("license", "install", mistyped)).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-301").contains("group 1");

        assertThat(run("license", "issue", "--demo", "--serial", "ACE0999999", "--feature", "SLB")).isZero();
        assertThat(onStation("license", "install", out.strip())).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("PW-302");

        assertThat(onStation("license", "install", "--json", key)).isZero();
        assertThat(values().getFirst().get("features").toString()).isEqualTo("[\"SLB\"]");
    }

    @Test
    void needsAnIssuerWhenAKeyIsToBeIssued() {
        assertThat(run("license", "issue", "--serial", "ACE0000001", "--feature", "SLB")).isEqualTo(ExitCode.FAILED);
        assertThat(err).contains("--issuer-key");
    }

    @Test
    void endsWithUsageWhenTheWordsMakeNoSense() {
        assertThat(run("settings", "sett")).isEqualTo(ExitCode.USAGE);
        assertThat(run("station", "--sockets", "3")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--help")).isZero();
    }
}
