package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Ampere;
import plugwright.model.Ipv4Address;
import plugwright.model.LimitGroup;
import plugwright.model.Phase;
import plugwright.model.ReasonKind;
import plugwright.model.SocketNumber;
import plugwright.station.engine.EnergyManagement.Mode;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.sim.VehicleSpec;
import plugwright.station.sim.WorldCommand;

/** Guide §5.3.3.3, §5.3.3.7: modes, validity time, safe current; §10.8: what the log says. */
@Tag("EMS-2")
class EnergyManagementTest {

    private static final Ipv4Address MASTER = Ipv4Address.parse("192.0.2.9").orElseThrow();
    private static final VehicleSpec CAR = VehicleSpec.of(3, Ampere.of(32));

    private static StationSettings managed(Mode mode) {
        return StationSettings.ofDouble(Ampere.of(32), Ampere.of(32))
                .withEnergyManagement(
                        Optional.of(new EnergyManagement(mode, Duration.ofSeconds(60), Ampere.of(12))));
    }

    private static void write(Bench bench, SocketNumber socket, double ampere) {
        bench.command(new WorldCommand.FromOutside(
                new StationEvent.SetPointWritten(socket, new SetPoint(ampere, MASTER))));
    }

    private static void write(Bench bench, Phase phase, double ampere) {
        bench.command(new WorldCommand.FromOutside(
                new StationEvent.NetworkSetPointWritten(phase, new SetPoint(ampere, MASTER))));
    }

    /** A vehicle of the 6 A class that has been charging for a while, its set point repeated each 25 s. */
    private static Bench charging(double setPoint) {
        Bench bench = new Bench(managed(Mode.SOCKET));
        bench.plug(ONE, CAR);
        for (int i = 0; i < 5; i++) {
            write(bench, ONE, setPoint);
            bench.run(25);
        }
        return bench;
    }

    @Test
    void tellsTheSetPointWhileItHoldsAndTheSafeCurrentWhenItRanOut() {
        Bench bench = charging(20);
        assertThat(bench.told(ONE)).isEqualTo(20);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.SET_POINT);
        bench.run(34.8);
        assertThat(bench.told(ONE)).isEqualTo(20);
        bench.run(0.4);
        assertThat(bench.told(ONE)).isEqualTo(12);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.GROUP);
        assertThat(bench.at(ONE).offer().reason().arguments().getFirst())
                .isEqualTo(LimitGroup.SAFE_CURRENT.code());
    }

    @Test
    @Tag("ALB-3")
    @Tag("ALB-6")
    void logsTheLossInTheGuidesWordsAndRecoversByItself() {
        Bench bench = charging(20);
        bench.log.clear();
        bench.run(40);
        assertThat(bench.log)
                .containsSubsequence(
                        "Communication error for modbus unit 502 (192.0.2.9;502)",
                        "Modbus TCP/IP lost, in safe mode max 12.0A",
                        "Enter ActiveLB safeMode: 12.0A");
        write(bench, ONE, 18);
        assertThat(bench.log).contains("Leave ActiveLB safeMode");
        bench.run(15);
        assertThat(bench.told(ONE)).isEqualTo(18);
        assertThat(bench.log.stream().filter(l -> l.startsWith("Enter"))).hasSize(1);
    }

    @Test
    void decidesAnewAtOnceWhenASetPointComes() {
        Bench bench = charging(20);
        write(bench, ONE, 9);
        assertThat(bench.told(ONE)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 5.999})
    void pausesWhenTheSetPointIsBelow6Ampere(double ampere) {
        Bench bench = charging(20);
        write(bench, ONE, ampere);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.CAP_BELOW_MINIMUM);
        assertThat(bench.at(ONE).offer().reason().arguments().get(2)).isEqualTo(ReasonKind.SET_POINT.code());
    }

    @Test
    void neverAllowsMoreThanTheStationMaximumHoweverLargeTheSetPointIs() {
        Bench bench = charging(3.4e38);
        assertThat(bench.told(ONE)).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
    void isNoSetPointWhenItCannotBeACurrent(double ampere) {
        assertThatThrownBy(() -> new SetPoint(ampere, MASTER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasTheSafeCurrentBeforeTheFirstSetPointAndAgainAfterAReboot() {
        Bench bench = charging(20);
        bench.command(new WorldCommand.Boot(managed(Mode.SOCKET), BootReason.COMMAND));
        bench.run(130);
        assertThat(bench.told(ONE)).isEqualTo(12);
        EnergyView view = bench.world.snapshot().energy().orElseThrow();
        assertThat(view.isHeard()).isFalse();
        assertThat(view.sockets().getFirst().written()).isEmpty();
    }

    @Test
    void keepsButDoesNotHonourSetPointsInModeOff() {
        Bench bench = new Bench(managed(Mode.OFF));
        bench.plug(ONE, CAR);
        write(bench, ONE, 7);
        bench.run(130);
        assertThat(bench.told(ONE)).isEqualTo(16); // its share of 32 A: nothing else is on
        EnergyView view = bench.world.snapshot().energy().orElseThrow();
        assertThat(view.sockets().getFirst().written()).map(SetPoint::ampere).contains(7.0);
        assertThat(bench.log).noneMatch(l -> l.contains("safeMode"));
    }

    @Test
    void saysOnceThatSetPointsAreNotHonouredInModeOff() {
        Bench bench = new Bench(managed(Mode.OFF));
        for (int i = 0; i < 10; i++) {
            write(bench, ONE, 7);
            write(bench, Phase.L1, 7);
            bench.run(25);
        }
        assertThat(bench.log.stream().filter(l -> l.contains("not honoured"))).hasSize(1);
        bench.settings(managed(Mode.SOCKET));
        write(bench, ONE, 7);
        bench.settings(managed(Mode.OFF));
        write(bench, ONE, 7);
        bench.run(1);
        assertThat(bench.log.stream().filter(l -> l.contains("not honoured"))).hasSize(2);
    }

    @Test
    void honoursOnlyTheSetPointsOfItsMode() {
        Bench bench = new Bench(managed(Mode.NETWORK));
        bench.plug(ONE, CAR);
        for (int i = 0; i < 6; i++) {
            write(bench, ONE, 7);
            write(bench, Phase.L1, 20);
            write(bench, Phase.L2, 18);
            write(bench, Phase.L3, 22);
            bench.run(25);
        }
        assertThat(bench.told(ONE)).isEqualTo(18);
        assertThat(bench.at(ONE).offer().reason().arguments().getFirst())
                .isEqualTo(LimitGroup.ENERGY_MANAGEMENT.code());
        assertThat(bench.world.snapshot().maximumInForce()).isEqualTo(Ampere.of(18));
    }

    @Test
    void limitsAPhaseToTheSafeCurrentWhenItsSetPointRanOut() {
        Bench bench = new Bench(managed(Mode.NETWORK));
        bench.plug(ONE, CAR);
        write(bench, Phase.L2, 20);
        for (int i = 0; i < 6; i++) {
            write(bench, Phase.L1, 20);
            write(bench, Phase.L3, 20);
            bench.run(25);
        }
        assertThat(bench.told(ONE)).isEqualTo(12);
    }

    @Test
    void sharesTheSafeCurrentWhenTheSystemIsLost() {
        Bench bench = new Bench(managed(Mode.SOCKET));
        bench.plug(ONE, VehicleSpec.of(3, Ampere.of(32)));
        bench.plug(TWO, VehicleSpec.of(3, Ampere.of(32)));
        bench.run(300);
        assertThat(bench.told(ONE)).isEqualTo(6);
        assertThat(bench.told(TWO)).isEqualTo(6);
    }

    @Test
    void givesASocketTheSafeCurrentWhenItsOwnSetPointRanOut() {
        Bench bench = new Bench(managed(Mode.SOCKET));
        bench.plug(ONE, CAR);
        bench.plug(TWO, CAR);
        for (int i = 0; i < 12; i++) {
            write(bench, ONE, 16);
            bench.run(25);
        }
        assertThat(bench.told(ONE)).isEqualTo(16);
        assertThat(bench.told(TWO)).isEqualTo(12);
        assertThat(bench.at(TWO).offer().reason().kind()).isEqualTo(ReasonKind.SAFE_CURRENT);
    }

    @Test
    void liftsEverythingWhenTheDataSourceIsAnother() {
        Bench bench = charging(9);
        bench.settings(StationSettings.ofDouble(Ampere.of(32), Ampere.of(32)));
        bench.run(90); // with its probe
        assertThat(bench.told(ONE)).isEqualTo(16);
    }

    @Test
    void takesANewSafeCurrentAtOnce() {
        Bench bench = charging(20);
        bench.run(40);
        bench.settings(managed(Mode.SOCKET)
                .withEnergyManagement(Optional.of(
                        new EnergyManagement(Mode.SOCKET, Duration.ofSeconds(60), Ampere.of(8)))));
        assertThat(bench.told(ONE)).isEqualTo(8);
    }
}
