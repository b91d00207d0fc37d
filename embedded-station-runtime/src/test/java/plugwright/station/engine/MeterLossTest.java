package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.model.SocketNumber.ONE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.PhaseCurrents;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.ActiveBalancing.Source;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

/** A meter falls silent: 60 s, the guide's lines (§10.8), the safe current, and back. */
@Tag("ALB-3")
@Tag("ALB-4")
@Tag("ALB-6")
class MeterLossTest {

    private static Bench bench(Source source) {
        Bench bench = new Bench(StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .with(Optional.of(new ActiveBalancing(Ampere.of(25), Ampere.of(8), Includes.HOUSE_ALONE, source))));
        return bench.plug(ONE, VehicleSpec.of(3, Ampere.of(32)));
    }

    private static void read(Bench bench) {
        Ampere house = Ampere.of(5);
        bench.command(new WorldCommand.FromOutside(new StationEvent.GridMetered(
                new GridReading(new PhaseCurrents(house, house, house), 0, 0))));
    }

    private static List<String> ofMeter(Bench bench) {
        return bench.log.stream().filter(l -> !l.startsWith("Socket")).toList();
    }

    private static List<String> lossOf(Bench bench) {
        for (int k = 0; k < 10; k++) {
            read(bench);
            bench.run(10);
        }
        read(bench);
        bench.log.clear();
        bench.run(59);
        assertThat(ofMeter(bench)).isEmpty();
        assertThat(bench.told(ONE)).isEqualTo(20);
        bench.run(2);
        assertThat(bench.told(ONE)).isEqualTo(8);
        bench.run(600);
        List<String> lines = ofMeter(bench);
        for (int k = 0; k < 10; k++) {
            read(bench);
            bench.run(10);
        }
        assertThat(bench.told(ONE)).isEqualTo(20);
        assertThat(ofMeter(bench)).endsWith("Leave ActiveLB safeMode");
        return lines;
    }

    @Test
    void saysThatAP1MeterIsLost() {
        assertThat(lossOf(bench(new Source.P1()))).containsExactly(
                "Unable to start P1 communications, Read Timeout Error", "Enter ActiveLB safeMode: 8.0A");
    }

    @Test
    void saysThatAModbusMeterIsLost() {
        assertThat(lossOf(bench(new Source.Modbus("192.168.0.5", 502)))).containsExactly(
                "Communication error for modbus unit 502 (192.168.0.5;502)",
                "Modbus TCP/IP lost, in safe mode max 8.0A",
                "Enter ActiveLB safeMode: 8.0A");
    }

    /** From the start on the safe current holds; that the meter is not heard is said when it had a minute. */
    @Test
    void saysThatNothingEverCameAfterAMinute() {
        Bench bench = bench(new Source.P1());
        bench.run(59);
        assertThat(bench.log).contains("Enter ActiveLB safeMode: 8.0A").noneMatch(l -> l.contains("Unable"));
        assertThat(bench.told(ONE)).isEqualTo(8);
        bench.run(600);
        assertThat(bench.log).filteredOn(l -> l.contains("Unable to start P1")).hasSize(1);
    }
}
