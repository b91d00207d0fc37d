package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.model.Ampere;
import plugwright.wire.modbus.RegisterValues;

/** Running stations of a network over real sockets; an energy management system speaks to one of them for all. */
class NetworkEnergySiteTest {

    private static final int TOTAL = 60_000;
    private static final int STATION = 200;
    private static final int SET_POINTS = 1_417;
    private static final int CONSUMPTION = 1_405;
    private static final int REAL = 2;
    private static final String SLAVE = "127.9.8.1";

    /** Of the site: at the speed of the bench six seconds for a person. */
    private static final long VALIDITY_SECONDS = 120;

    private static final SiteNetwork NETWORK = SiteNetwork.of("MANAGED", 3)
            .withTotal(new Ampere(TOTAL))
            .withSafe(Ampere.of(6), Ampere.of(24))
            .withKey(NetworkBench.KEY);

    private NetworkBench bench;
    private ModbusTCPMaster master;

    private static StationModel managed() {
        Map<PropertyId, PropertyValue> settings = Map.of(
                Known.LOAD_BALANCING_MODE, PropertyValue.of(3),
                Known.SAFE_CURRENT, PropertyValue.of(7.0),
                Known.ALB_DATA_SOURCE, PropertyValue.of(3),
                PropertyId.of("2530_3"), PropertyValue.of(1),
                Known.EMS_VALIDITY_SECONDS, PropertyValue.of(VALIDITY_SECONDS));
        return StationModel.single().delivered(settings, Feature.ACTIVE_LOAD_BALANCING);
    }

    @BeforeEach
    void open(@TempDir Path state) throws Exception {
        bench = new NetworkBench(managed(), SLAVE, state, 3, NETWORK);
        bench.plugAll();
        master = new ModbusTCPMaster(SLAVE, 1_502);
        master.connect();
    }

    @AfterEach
    void close() {
        master.disconnect();
        assertThat(bench.highestSum()).isLessThanOrEqualTo(TOTAL);
        bench.close();
    }

    private void allow(float ampere) throws Exception {
        int bits = Float.floatToIntBits(ampere);
        Register[] three = new Register[3 * REAL];
        for (int i = 0; i < three.length; i += REAL) {
            three[i] = new SimpleRegister(bits >>> 16);
            three[i + 1] = new SimpleRegister(bits & 0xFFFF);
        }
        master.writeMultipleRegisters(STATION, SET_POINTS, three);
    }

    private float real(int start) throws Exception {
        Register[] words = master.readMultipleRegisters(STATION, start, REAL);
        return RegisterValues.float32(words[0].getValue(), words[1].getValue());
    }

    @Test
    @Tag("SCN-5")
    @Tag("EMS-2")
    void shareWhatTheSystemAllowsAndTheTotalSafeCurrentWhenItFallsSilent() throws Exception {
        // Nobody has spoken yet.
        bench.settleFor(Duration.ofMinutes(6));
        bench.awaitSum(23_000, 24_000);
        allow(36);
        bench.awaitSum(35_900, 36_000);
        assertThat(bench.value(1, Known.NETWORK_BASIS)).isEqualTo("GRANTED");
        NetworkBench.await("a falling set point", () -> {
            allow(20);
            return bench.sum() <= 20_000;
        });
        // What all vehicles draw is read at the one that is asked.
        NetworkBench.await("what all draw", () -> {
            allow(36);
            return real(CONSUMPTION) > 33 && real(CONSUMPTION + REAL) > 33 && real(CONSUMPTION + 2 * REAL) <= 36;
        });
        bench.awaitSum(23_000, 24_000);
    }
}
