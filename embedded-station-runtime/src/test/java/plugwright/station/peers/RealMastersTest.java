package plugwright.station.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.station.engine.SocketSnapshot;
import plugwright.station.peers.Master.Answer;
import plugwright.station.peers.Master.Kind;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationAccess;
import plugwright.station.site.StationModel;

/** The station's register table by masters that others wrote: mbpoll, pymodbus, modbus-serial and jsmodbus. */
@Tag("peers")
@Tag("EMS-1")
@Tag("EMS-4")
class RealMastersTest {

    private static final String ADDRESS = "127.0.0.79";
    private static final int PORT = 1_579;
    private static final int STATION = 200;

    private static final VehicleSpec CAR = VehicleSpec.of(3, Ampere.of(32));

    @TempDir
    Path state;

    private SimulatedSite site;
    private StationAccess station;

    /** A double in Socket mode, its clock running a hundred times as quick, whose set points hold for hours of that. */
    @BeforeEach
    void open() {
        Map<PropertyId, PropertyValue> settings = new HashMap<>();
        Map.of("2064_0", 3L, "2530_1", 3L, "2530_2", 1L, "2530_4", 65_535L, "2068_0", 7L, "2185_0", 1L, "2180_A", 9L)
                .forEach((id, value) -> settings.put(PropertyId.of(id), PropertyValue.of(value)));
        StationModel model = StationModel.fullDouble().delivered(settings, Feature.ACTIVE_LOAD_BALANCING);
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(SitePlan.of(model, state)
                        .withFirstAddress(ADDRESS)
                        .withPorts(0, PORT)
                        .withFoundBy(Set.of())
                        .withSpeed(100)))
                .value();
        station = site.stations().getFirst();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private SocketSnapshot socket() {
        return site.snapshot().stations().getFirst().inside().socket(SocketNumber.ONE);
    }

    private static int[] real(double value) {
        int bits = Float.floatToIntBits((float) value);
        return new int[] {bits >>> 16, bits & 0xFFFF};
    }

    private static Answer good(Answer answer) {
        assertThat(answer).matches(Answer::isGood);
        return answer;
    }

    /** The table's rows: unit, start, count, type. */
    private static List<String[]> rows() throws IOException {
        Path table = Path.of("..", "station-protocol", "src", "main", "resources", "plugwright", "wire", "modbus",
                "modbus-slave.tsv");
        return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsEveryRegisterOfTheTable(Kind kind) throws IOException {
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, CAR));
        try (Master master = Master.of(kind, ADDRESS, PORT)) {
            good(master.connect());
            good(master.write(1, 1210, real(20.5)));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> socket().reading().currents().l1().value() > 20);
            Expectations expected = new Expectations(station.serial().serial(), socket().reading().currents());
            int read = 0;
            for (String[] row : rows()) {
                for (String unit : row[0].split(",")) {
                    Answer answer = good(master.value(
                            Integer.parseInt(unit), Integer.parseInt(row[1]), Integer.parseInt(row[2]), row[3]));
                    expected.check(Integer.parseInt(unit), Integer.parseInt(row[1]), answer.value());
                    read++;
                }
            }
            assertThat(read).isEqualTo(expected.count());
            for (int[] block : new int[][] {
                {STATION, 100, 79}, {STATION, 1100, 6}, {STATION, 1400, 32}, {1, 300, 125}, {2, 300, 125}, {1, 425, 1},
                {1, 1200, 16}, {2, 1200, 16}, {1, 306, 6}, {1, 320, 6}, {1, 344, 2}, {1, 374, 4}
            }) {
                assertThat(good(master.read(block[0], block[1], block[2])).words()).hasSize(block[2]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("EMS-2")
    void writesEveryWritableRegister(Kind kind) {
        try (Master master = Master.of(kind, ADDRESS, PORT)) {
            good(master.connect());
            for (int unit = 1; unit <= 2; unit++) {
                assertThat(good(master.value(unit, 1208, 2, "UNSIGNED32")).value()).isEqualTo("0");
                good(master.write(unit, 1210, real(10.25 + unit)));
                assertThat(good(master.value(unit, 1210, 2, "FLOAT32")).value()).isEqualTo(10.25 + unit + "");
                assertThat(good(master.value(unit, 1206, 2, "FLOAT32")).value()).isEqualTo(10.25 + unit + "");
                assertThat(good(master.value(unit, 1214, 1, "UNSIGNED16")).value()).isEqualTo("1");
                assertThat(Long.parseLong(good(master.value(unit, 1208, 2, "UNSIGNED32")).value()))
                        .isBetween(60_000L, 65_535L);
                good(master.writeOne(unit, 1215, 3));
                assertThat(good(master.value(unit, 1215, 1, "UNSIGNED16")).value()).isEqualTo("3");
            }
            for (int phase = 0; phase < 3; phase++) {
                good(master.write(STATION, 1417 + 2 * phase, real(25.5 - phase)));
                assertThat(good(master.value(STATION, 1417 + 2 * phase, 2, "FLOAT32")).value())
                        .isEqualTo(25.5 - phase + "");
                assertThat(Long.parseLong(good(master.value(STATION, 1423 + 2 * phase, 2, "UNSIGNED32")).value()))
                        .isBetween(60_000L, 65_535L);
            }
            int[] three = {0x4100, 0, 0x4110, 0, 0x4120, 0};
            good(master.write(STATION, 1417, three));
            assertThat(good(master.value(STATION, 1421, 2, "FLOAT32")).value()).isIn("10", "10.0");
            assertThat(socket().offer().chain()).as("of the other mode").noneMatch(l -> l.limit().equals(Ampere.of(8)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void getsTheExceptionsOfTheSpecification(Kind kind) {
        try (Master master = Master.of(kind, ADDRESS, PORT)) {
            good(master.connect());
            assertThat(master.input(1, 300, 2).exception()).as("function").isEqualTo(1);
            assertThat(master.read(1, 100, 1).exception()).as("address").isEqualTo(2);
            assertThat(master.read(STATION, 178, 2).exception()).as("a gap").isEqualTo(2);
            assertThat(master.write(1, 1206, real(10)).exception()).as("read only").isEqualTo(2);
            assertThat(master.writeOne(1, 1210, 0x4120).exception()).as("half a value").isEqualTo(2);
            assertThat(master.write(1, 1210, 0x7FC0, 0).exception()).as("no number").isEqualTo(3);
            assertThat(master.write(1, 1210, 0xC120, 0).exception()).as("negative").isEqualTo(3);
            assertThat(master.write(1, 1210, 0x7F80, 0).exception()).as("infinite").isEqualTo(3);
            assertThat(master.writeOne(1, 1215, 2).exception()).as("two phases").isEqualTo(3);
            assertThat(master.read(3, 300, 1).exception()).as("unit").isEqualTo(11);
            assertThat(good(master.value(1, 1210, 2, "FLOAT32")).value()).as("nothing was taken").containsIgnoringCase("nan");
        }
    }

    private static Socket plain() throws IOException {
        Socket socket = new Socket(ADDRESS, PORT);
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(HexFormat.of().parseHex("00010000" + "0006C80304510001"));
        assertThat(socket.getInputStream().readNBytes(11)).hasSize(11);
        return socket;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isRefusedAsTheThirdAndServedOnceAnotherHasLeft(Kind kind) throws IOException {
        Socket two = plain();
        try (Socket one = plain();
                Master master = Master.of(kind, ADDRESS, PORT)) {
            master.connect();
            assertThat(master.read(STATION, 1105, 1).failed()).isNotEmpty();
            master.disconnect();
            two.close();
            good(master.connect());
            assertThat(good(master.read(STATION, 1105, 1)).words()).containsExactly(2);
            assertThat(one.isClosed()).isFalse();
        }
    }
}
