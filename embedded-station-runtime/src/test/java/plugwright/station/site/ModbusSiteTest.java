package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.station.engine.StationSnapshot;
import plugwright.station.sim.VehicleSpec;
import plugwright.wire.modbus.RegisterValues;

/** An energy management system at a whole station: j2mod as master over a real connection. */
@Tag("EMS-1")
class ModbusSiteTest {

    private static final String ADDRESS = "127.0.0.77";
    private static final int PORT = 1_577;
    private static final int STATION = 200;

    /** 2064_0: standard and active load balancing. */
    private static final long ACTIVE = 3;

    private static final VehicleSpec CAR = VehicleSpec.of(3, Ampere.of(32));

    @TempDir
    Path state;

    private SimulatedSite site;
    private StationAccess station;
    private ModbusTCPMaster master;

    /** A double whose data source, modes and so on are these, delivered with these features. */
    private void open(Map<String, Long> set, double speed, Feature... features) {
        Map<PropertyId, PropertyValue> settings = new HashMap<>(Map.of(PropertyId.of("2064_0"), PropertyValue.of(ACTIVE)));
        set.forEach((id, value) -> settings.put(PropertyId.of(id), PropertyValue.of(value)));
        StationModel model = StationModel.fullDouble().delivered(settings, features);
        SitePlan plan = SitePlan.of(model, state)
                .withFirstAddress(ADDRESS)
                .withPorts(0, PORT)
                .withFoundBy(Set.of())
                .withSpeed(speed);
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value();
        station = site.stations().getFirst();
    }

    private void connect() throws Exception {
        master = new ModbusTCPMaster(ADDRESS, PORT);
        master.connect();
    }

    @AfterEach
    void close() {
        if (master != null) {
            master.disconnect();
        }
        site.close();
    }

    private int[] registers(int unit, int start, int count) {
        try {
            Register[] registers = master.readMultipleRegisters(unit, start, count);
            return Arrays.stream(registers).mapToInt(Register::getValue).toArray();
        } catch (ModbusException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private float real(int unit, int start) {
        int[] words = registers(unit, start, 2);
        return RegisterValues.float32(words[0], words[1]);
    }

    private void write(int unit, int start, float value) throws ModbusException {
        int bits = Float.floatToIntBits(value);
        master.writeMultipleRegisters(
                unit, start, new Register[] {new SimpleRegister(bits >>> 16), new SimpleRegister(bits & 0xFFFF)});
    }

    private static void assertException(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ModbusSlaveException.class, e -> assertThat(e.getType()).isEqualTo(code));
    }

    private StationSnapshot inside() {
        return site.snapshot().stations().getFirst().inside();
    }

    private static boolean isOpen() {
        try (Socket socket = new Socket(ADDRESS, PORT)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    @Tag("EMS-3")
    void staysClosedAsDelivered() {
        open(Map.of(), 1, Feature.ACTIVE_LOAD_BALANCING);
        assertThat(isOpen()).isFalse();
    }

    @Test
    @Tag("EMS-3")
    @Tag("LIC-2")
    void staysClosedWhileActiveLoadBalancingIsLocked() {
        open(Map.of("2530_1", 3L, "2530_2", 1L), 1, Feature.STANDARD_LOAD_BALANCING);
        assertThat(isOpen()).isFalse();
    }

    @Test
    @Tag("EMS-3")
    void letsMastersReadButNotWriteBesideAMeter() throws Exception {
        open(Map.of("2530_1", 1L, "2530_2", 1L), 1, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(registers(STATION, 1105, 1)).containsExactly(2);
        assertException(2, () -> write(1, 1210, 10));
        assertException(2, () -> master.writeSingleRegister(1, 1215, new SimpleRegister(3)));
    }

    /** The guide's box (§5.3.3.1 step 4): without it set points are taken and shown, but lead nothing. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    @Tag("EMS-2")
    @Tag("EMS-3")
    @Tag("LIC-2")
    void honoursNoSetPointWhileActiveLoadBalancingIsSwitchedOff(long mode) throws Exception {
        open(
                Map.of("2530_1", 3L, "2530_2", 1L, "2530_3", 1L, "2068_0", 8L, "2064_0", mode),
                1,
                Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(registers(STATION, 1431, 1)).containsExactly(0);
        Awaitility.await("no safe current either").until(() -> real(1, 1206) > 8);
        float before = real(1, 1206);
        write(1, 1210, 10);
        write(STATION, 1417, 10);
        assertThat(real(1, 1210)).isEqualTo(10);
        assertThat(real(1, 1206)).isEqualTo(before);
        assertThat(registers(1, 1214, 1)).containsExactly(0);
        assertThat(real(STATION, 1100)).isEqualTo(32);
    }

    @Test
    void saysWhatItIs() throws Exception {
        open(Map.of("2530_1", 3L), 1, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(registers(STATION, 100, 79)).hasSize(79);
        assertThat(RegisterValues.text(registers(STATION, 157, 11))).isEqualTo(station.serial().serial());
        assertThat(RegisterValues.text(registers(STATION, 117, 5))).isEqualTo("Plugwright");
        assertThat(RegisterValues.text(registers(STATION, 140, 17))).isEqualTo("NG920");
        assertThat(RegisterValues.text(registers(STATION, 123, 17))).isNotEmpty();
        int[] date = registers(STATION, 168, 3);
        assertThat(date[0]).isBetween(2020, 2200);
        assertThat(date[1]).isBetween(1, 12);
        long first = RegisterValues.unsigned(registers(STATION, 174, 4));
        assertThat(RegisterValues.unsigned(registers(STATION, 174, 4))).isBetween(first, first + 60_000);
        assertThat(real(STATION, 1100)).isEqualTo(32);
        assertThat(real(STATION, 1102)).isBetween(-40f, 90f);
        assertThat(RegisterValues.text(registers(STATION, 1400, 4))).isEmpty();
        assertThat(real(STATION, 1405)).as("no network, so nobody knows").isNaN();
        assertThat(registers(STATION, 1431, 1)).containsExactly(0);
    }

    @Test
    @Tag("EMS-2")
    void tellsTheTruthAboutSetPointAndValidity() throws Exception {
        open(Map.of("2530_1", 3L, "2530_2", 1L, "2530_4", 60L, "2068_0", 8L), 1, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(real(1, 1210)).as("before the first").isNaN();
        Awaitility.await().until(() -> real(1, 1206) == 8);
        assertThat(real(1, 1212)).isEqualTo(8);
        assertThat(registers(1, 1214, 1)).containsExactly(0);
        write(1, 1210, 10.5f);
        assertThat(real(1, 1210)).isEqualTo(10.5f);
        assertThat(RegisterValues.unsigned(registers(1, 1208, 2))).isBetween(55L, 60L);
        assertThat(real(1, 1206)).isEqualTo(10.5f);
        assertThat(registers(1, 1214, 1)).containsExactly(1);
        assertThat(registers(2, 1214, 1)).as("the other has none").containsExactly(0);
        assertThat(real(2, 1206)).isEqualTo(8);
        write(1, 1210, 63);
        assertThat(real(1, 1206)).as("station maximum").isEqualTo(32);
        assertThat(registers(1, 1214, 1)).containsExactly(0);
        write(1, 1210, 5);
        assertThat(real(1, 1210)).isEqualTo(5);
        assertThat(real(1, 1206)).as("below 6 A is nothing").isZero();
    }

    @Test
    @Tag("EMS-2")
    @Tag("ALB-3")
    void fallsToTheSafeCurrentWhenTheMasterIsSilentAndRecovers() throws Exception {
        open(Map.of("2530_1", 3L, "2530_2", 1L, "2530_4", 60L, "2068_0", 8L), 60, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, CAR));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            write(1, 1210, 16);
            return real(1, 1206) == 16 && real(1, 320) > 15 && registers(1, 1214, 1)[0] == 1;
        });
        assertThat(RegisterValues.text(registers(1, 1201, 5))).isEqualTo("C2");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> real(1, 1206) == 8);
        assertThat(RegisterValues.unsigned(registers(1, 1208, 2))).isZero();
        assertThat(registers(1, 1214, 1)).containsExactly(0);
        assertThat(inside().maximumInForce()).isEqualTo(Ampere.of(8));
        write(1, 1210, 16);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            write(1, 1210, 16);
            return real(1, 1206) == 16;
        });
    }

    @Test
    void showsTheSocketsMeter() throws Exception {
        open(Map.of("2530_1", 3L), 60, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.TWO, CAR));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> real(2, 324) > 31);
        assertThat(registers(2, 300, 125)).hasSize(125);
        assertThat(registers(2, 300, 1)).containsExactly(3);
        assertThat(real(2, 306)).isEqualTo(230);
        assertThat(real(2, 336)).isEqualTo(50);
        assertThat(real(2, 344)).isBetween(3 * 230 * 30f, 3 * 230 * 33f);
        assertThat(RegisterValues.float64(registers(2, 374, 4))).isPositive();
        assertThat(real(1, 320)).isZero();
        assertThat(RegisterValues.text(registers(1, 1201, 5))).isEqualTo("A");
        assertThat(registers(1, 1200, 1)).containsExactly(1);
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        open(Map.of("2530_1", 3L, "2530_2", 1L, "2185_0", 0L), 1, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertException(3, () -> write(1, 1210, Float.NaN));
        assertException(3, () -> write(1, 1210, -1));
        assertException(3, () -> write(1, 1210, Float.POSITIVE_INFINITY));
        assertException(2, () -> master.writeSingleRegister(1, 1210, new SimpleRegister(0x4180)));
        assertException(2, () -> write(1, 1206, 10));
        assertException(3, () -> master.writeSingleRegister(1, 1215, new SimpleRegister(1)));
        assertException(3, () -> master.writeSingleRegister(1, 1215, new SimpleRegister(3)));
        assertException(2, () -> master.readMultipleRegisters(STATION, 178, 2));
        assertException(3, () -> master.readMultipleRegisters(1, 300, 126));
        assertException(1, () -> master.readInputRegisters(1, 300, 1));
        assertException(11, () -> master.readMultipleRegisters(3, 300, 1));
        assertThat(real(1, 1210)).as("nothing was taken").isNaN();
    }

    @Test
    void chargesOnOnePhaseWhenAMasterSaysSo() throws Exception {
        open(Map.of("2530_1", 3L, "2185_0", 1L), 60, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(registers(2, 1215, 1)).containsExactly(3);
        master.writeSingleRegister(2, 1215, new SimpleRegister(1));
        Awaitility.await().until(() -> registers(2, 1215, 1)[0] == 1);
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.TWO, CAR));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> real(2, 320) > 15);
        assertThat(real(2, 322)).isZero();
        assertThat(real(2, 324)).isZero();
        assertThat(registers(1, 1215, 1)).as("the other").containsExactly(3);
        assertException(3, () -> master.writeSingleRegister(2, 1215, new SimpleRegister(2)));
        assertException(3, () -> master.writeSingleRegister(2, 1215, new SimpleRegister(0)));
    }

    @Test
    void refusesThreePhasesWhereTheInstallationHasOne() throws Exception {
        open(Map.of("2530_1", 3L, "2185_0", 1L, "2189_0", 1L), 1, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(registers(1, 1215, 1)).containsExactly(1);
        master.writeSingleRegister(1, 1215, new SimpleRegister(1));
        assertException(3, () -> master.writeSingleRegister(1, 1215, new SimpleRegister(3)));
    }

    @Test
    @Tag("EMS-2")
    void limitsEachPhaseOfTheNetworkInModeScn() throws Exception {
        open(Map.of("2530_1", 3L, "2530_3", 1L, "2068_0", 8L), 1, Feature.ACTIVE_LOAD_BALANCING);
        connect();
        assertThat(registers(STATION, 1431, 1)).containsExactly(1);
        write(STATION, 1417, 20);
        write(STATION, 1419, 14);
        write(STATION, 1421, 22);
        assertThat(real(STATION, 1419)).isEqualTo(14);
        assertThat(RegisterValues.unsigned(registers(STATION, 1425, 2))).isBetween(55L, 60L);
        assertThat(real(STATION, 1100)).isEqualTo(14);
        assertThat(real(1, 1206)).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("EMS-2")
    void forgetsSetPointsAtAReboot(boolean bySocket) throws Exception {
        open(
                Map.of("2530_1", 3L, "2530_2", bySocket ? 1L : 0L, "2530_3", bySocket ? 0L : 1L, "F003_2", 0L),
                1,
                Feature.ACTIVE_LOAD_BALANCING);
        connect();
        int unit = bySocket ? 1 : STATION;
        int start = bySocket ? 1210 : 1417;
        write(unit, start, 10);
        assertThat(real(unit, start)).isEqualTo(10);
        site.command(new SiteCommand.Reboot(station.serial()));
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            connect();
            return Float.isNaN(real(unit, start));
        });
    }
}
